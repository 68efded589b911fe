package dev.syncline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a log of the garbage collector says of the heap. */
final class Heap {
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

    private Heap() {}

    /**
     * The most that was in use, in MB.
     *
     * @param when 1 for before a collection, 2 for after one
     */
    static long most(Path log, int when) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(COLLECTION::matcher)
                    .filter(Matcher::find)
                    .mapToLong(found -> Long.parseLong(found.group(when)))
                    .max()
                    .orElse(0);
        }
    }
}
