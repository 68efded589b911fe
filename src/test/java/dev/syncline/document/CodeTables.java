package dev.syncline.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of codes in docs/suppliers.md. */
public final class CodeTables {
    /**
     * A row.
     *
     * @param cells of the row behind the code, without back-ticks
     */
    public record Row(String table, String code, List<String> cells) {
        public String last() {
            return cells.get(cells.size() - 1);
        }
    }

    private CodeTables() {}

    /** @param heading as it begins; a row with several codes is as many rows */
    public static List<Row> rows(String heading) {
        List<Row> rows = new ArrayList<>();
        boolean isInTable = false;
        for (String line : lines()) {
            if (line.startsWith("#")) {
                isInTable = line.startsWith("### " + heading);
            } else if (isInTable && line.startsWith("| `")) {
                List<String> cells = Stream.of(line.split("\\|"))
                        .skip(1)
                        .map(cell -> cell.replace("`", "").strip())
                        .toList();
                for (String code : cells.get(0).split(", ")) {
                    rows.add(new Row(heading, code, cells.subList(1, cells.size())));
                }
            }
        }
        if (rows.isEmpty()) {
            throw new AssertionError("docs/suppliers.md has no table under " + heading);
        }
        return rows;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("docs/suppliers.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
