package dev.syncline.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every call of the API with the roles that may make it. {@link AccessTableTest} compares it with the API document. */
final class CallTable {
    private CallTable() {}

    /** By method and path. */
    static Map<String, Set<String>> read() throws IOException {
        Map<String, Set<String>> table = new TreeMap<>();
        try (InputStream file = CallTable.class.getResourceAsStream("/calls.csv")) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] columns = line.split(",", -1);
                    table.put(
                            columns[0] + " " + columns[1],
                            Set.copyOf(new TreeSet<>(
                                    Arrays.asList(columns[2].strip().split(" ")))));
                }
            }
        }
        return table;
    }
}
