package dev.syncline.route.yaml;

import java.util.List;
import java.util.regex.Pattern;

/** Finds files in a routes folder whose names are not those of route files, so that they would be ignored silently. */
public final class StrayFiles {
    /** Files that are expected: hidden ones (Kubernetes has its own), documentation, kustomization. */
    private static final Pattern EXPECTED = Pattern.compile("(.*/)?(\\..*|[^/]+\\.md|kustomization\\.yaml)|\\..*");

    private StrayFiles() {}

    /** @param names paths of files that are not read, relative to the routes folder */
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
