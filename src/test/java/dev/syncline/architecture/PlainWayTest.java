package dev.syncline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What purchase orders need stands in {@code purchasing} and {@code supplier}: the way of any record has no word of it. */
class PlainWayTest {
    private static final Path MAIN = Path.of("src/main/java/dev/syncline");

    /** {@code Supplier} with a capital is Java's. */
    private static final Pattern WORDS =
            Pattern.compile("[Pp]urchas\\w*|[Vv]endor\\w*|\\b(?:ERP|erp)\\b|\\bsuppliers?\\b|\\b[Aa]uto-?[Ss]ync\\b");

    @ParameterizedTest
    @ValueSource(strings = {"page", "judge", "deliver", "record", "run", "reconcile", "extension"})
    void aPackageOfTheWayHasNoWordOfPurchaseOrders(String name) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN.resolve(name))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertTrue(sources.size() > 2, sources::toString);
            for (Path source : sources) {
                assertEquals(List.of(), words(source), source::toString);
            }
        }
    }

    @Test
    void theTemplateOfAllRoutesHasNoWordOfPurchaseOrders() throws IOException {
        assertEquals(List.of(), words(Path.of("routes/sync.camel.yaml")));
    }

    @Test
    void findsTheWordsWhereTheyBelong() throws IOException {
        assertTrue(words(MAIN.resolve("purchasing/PurchaseOrders.java")).containsAll(List.of("vendor", "supplier")));
    }

    private static List<String> words(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher matcher = WORDS.matcher(Files.readString(file));
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
