package dev.syncline.route.validation;

import dev.syncline.route.yaml.RouteFile;
import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import dev.syncline.route.yaml.RoutesReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Validates route files at the start. */
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
            new PagingCheck(),
            new RecordCallCheck(),
            new TargetCheck(),
            new WriteCheck(),
            new SupplierCheck(),
            new ExchangePropertyCheck(),
            new PrerequisiteCheck(),
            new ParentCheck());

    private RouteValidation() {}

    /**
     * Returns the problems of the files, by file and line; none if they are valid. Does not check values with a
     * property placeholder ({@code {{...}}}), and leaves elements other than routeTemplate, templatedRoute and route to
     * Camel.
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
