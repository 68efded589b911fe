import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists what the package is made of that is older than a known fix, and ends with 1 where there is something.
 * {@code java .ci/KnownFixes.java target/syncline-sbom.json .ci/known-fixes.txt}
 */
public class KnownFixes {
    private static final Pattern COMPONENT = Pattern.compile("\"purl\"\\s*:\\s*\"pkg:maven/([^/\"]+)/([^@\"]+)@([^?\"]+)");

    record Component(String name, String version) {}

    record Fix(Pattern name, String version, String what) {
        boolean isOfLine(String other) {
            List<String> own = parts(version);
            List<String> its = parts(other);
            return own.size() > 1 && its.size() > 1 && own.subList(0, 2).equals(its.subList(0, 2));
        }
    }

    public static void main(String[] files) throws IOException {
        List<Component> components = new ArrayList<>();
        Matcher found = COMPONENT.matcher(Files.readString(Path.of(files[0])));
        while (found.find()) {
            components.add(new Component(found.group(1) + ":" + found.group(2), found.group(3)));
        }
        if (components.isEmpty()) {
            System.err.println(files[0] + " names no component");
            System.exit(2);
        }
        List<Fix> fixes = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(files[1]))) {
            String[] columns = line.strip().split("\\s+", 3);
            if (!line.isBlank() && !line.startsWith("#")) {
                if (columns.length < 3) {
                    System.err.println(files[1] + ": no name, version and reason: " + line);
                    System.exit(2);
                }
                String name = "\\Q" + columns[0].replace("*", "\\E.*\\Q") + "\\E";
                fixes.add(new Fix(Pattern.compile(name), columns[1], columns[2]));
            }
        }
        TreeSet<String> older = new TreeSet<>();
        for (Component component : components) {
            List<Fix> its = fixes.stream()
                    .filter(fix -> fix.name().matcher(component.name()).matches())
                    .toList();
            its.stream()
                    .filter(fix -> counts(fix, its, component.version()))
                    .filter(fix -> compare(component.version(), fix.version()) < 0)
                    .forEach(fix -> older.add(component.name() + " " + component.version() + " is older than "
                            + fix.version() + ", which fixes " + fix.what()));
        }
        older.forEach(System.out::println);
        System.out.println(components.size() + " components, " + older.size() + " older than a known fix");
        System.exit(older.isEmpty() ? 0 : 1);
    }

    /** Of fixes of the same thing, the one of the version's own line, or the highest. */
    private static boolean counts(Fix fix, List<Fix> its, String version) {
        List<Fix> same = its.stream().filter(other -> other.what().equals(fix.what())).toList();
        return same.stream()
                .filter(other -> other.isOfLine(version))
                .findFirst()
                .or(() -> same.stream().max(Comparator.comparing(Fix::version, KnownFixes::compare)))
                .filter(fix::equals)
                .isPresent();
    }

    static List<String> parts(String version) {
        return List.of(version.split("[.\\-+]"));
    }

    /** By their numbers; words behind them, as Final or jre11, count for nothing. */
    static int compare(String a, String b) {
        List<String> left = parts(a);
        List<String> right = parts(b);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int order = Long.compare(number(left, i), number(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static long number(List<String> parts, int place) {
        String part = place < parts.size() ? parts.get(place) : "0";
        return part.matches("\\d{1,18}") ? Long.parseLong(part) : 0;
    }
}
