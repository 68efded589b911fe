package dev.syncline.route.validation;

import java.util.List;
import java.util.regex.Pattern;

/** Files in a routes folder that are no route files by their names, and that nobody would miss. */
public final class StrayFiles {
    /** Hidden ones (Kubernetes has its own), what tells people of the folder, and what mounts it. */
    private static final Pattern EXPECTED = Pattern.compile("(.*/)?(\\..*|[^/]+\\.md|kustomization\\.yaml)|\\..*");

    private StrayFiles() {}

    /** @param names paths relative to the routes folder, of files that are not read */
    public static List<RouteProblem> check(List<String> names) {
        return names.stream()
                .filter(name -> !EXPECTED.matcher(name).matches())
                .sorted()
                .map(name -> new RouteProblem(
                        name,
                        0,
                        "the file is not read, as its name does not end in .camel.yaml",
                        "name it " + name.replaceAll("(\\.camel)?\\.[^./]+$", "") + ".camel.yaml, or remove it"))
                .toList();
    }
}
