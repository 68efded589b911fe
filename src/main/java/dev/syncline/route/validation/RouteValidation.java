package dev.syncline.route.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The start-up validator of route files. */
public final class RouteValidation {

    private static final List<Check> CHECKS = List.of(
            new TemplateCheck(),
            new RouteIdCheck(),
            new ValueCheck(),
            new SystemCheck(),
            new NameListCheck(),
            new SourceCheck(),
            new QueryCheck(),
            new MappingCheck(),
            new CallCheck(),
            new TargetCheck(),
            new WriteCheck(),
            new SupplierCheck(),
            new PrerequisiteCheck(),
            new ParentCheck());

    private RouteValidation() {}

    /**
     * Every problem of these files, by file and line; none means that they can be run. A value that holds a property
     * placeholder ({@code {{...}}}) is taken on trust, and elements other than routeTemplate, templatedRoute and
     * route are left to Camel.
     *
     * @param files all files of the routes folder: templates, systems and routes
     */
    public static List<RouteProblem> check(List<RouteFile> files) {
        List<RouteProblem> problems = new ArrayList<>();
        RoutesReader reader = new RoutesReader(problems::add);
        files.stream().sorted(Comparator.comparing(RouteFile::name)).forEach(reader::read);
        Routes routes = reader.routes();
        CHECKS.forEach(check -> check.check(routes, problems::add));
        return problems.stream().distinct().sorted(RouteProblem.BY_PLACE).toList();
    }
}
