package dev.syncline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page carries its own state: what it hands on otherwise, in exchange properties, is listed in docs/architecture.md. */
class ExchangePropertiesTest {
    private static final Path MAIN = Path.of("src/main/java");

    /** In YAML: what an expression reads, and what a step sets. */
    private static final Pattern OF_YAML =
            Pattern.compile("exchangeProperty[.\\[]['\"]?(\\w+)|set-?[pP]roperty:\\s+(?:- )?name: (\\S+)");

    /** In Java: a name, or the constant that holds it. */
    private static final Pattern OF_JAVA = Pattern.compile(
            "(?:@ExchangeProperty\\(|[eE]xchange\\.(?:get|set|remove)Property\\(\\s*)(\"\\w+\"|[\\w.]+)");

    private static final Pattern LISTED = Pattern.compile("\\| `(\\w+)` \\| `(\\w+\\.\\w+)` \\|");

    @Test
    void areThoseThatAreListed() throws IOException {
        Set<String> listed = new TreeSet<>();
        Matcher row = LISTED.matcher(section());
        while (row.find()) {
            listed.add(row.group(1));
        }
        assertTrue(!listed.isEmpty() && listed.size() < 5, listed::toString);

        Set<String> used = new TreeSet<>();
        for (Path file : files(Path.of("routes"), ".yaml")) {
            names(OF_YAML, file, used);
        }
        for (Path file : files(MAIN, ".java")) {
            Set<String> found = new TreeSet<>();
            names(OF_JAVA, file, found);
            for (String name : found) {
                if (!name.startsWith("Exchange.")) { // Camel's own
                    used.add(name.startsWith("\"") ? name.replace("\"", "") : constant(name, file));
                }
            }
        }
        assertEquals(listed, used);
    }

    private static String section() throws IOException {
        String text = Files.readString(Path.of("docs/architecture.md"));
        int from = text.indexOf("### Exchange properties");
        assertTrue(from > 0);
        return text.substring(from, text.indexOf("\n#", from + 5));
    }

    private static void names(Pattern pattern, Path file, Set<String> names) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            names.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
    }

    /** @param name of a constant, with its class where it is another one's */
    private static String constant(String name, Path user) throws IOException {
        int dot = name.lastIndexOf('.');
        String type = dot < 0 ? user.getFileName().toString() : name.substring(0, dot) + ".java";
        Pattern value = Pattern.compile("String " + name.substring(dot + 1) + " = \"(\\w+)\";");
        for (Path file : files(MAIN, type)) {
            Matcher matcher = value.matcher(Files.readString(file));
            if (file.getFileName().toString().equals(type) && matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new AssertionError("No constant " + name + ", which " + user + " uses as an exchange property");
    }

    private static Iterable<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
