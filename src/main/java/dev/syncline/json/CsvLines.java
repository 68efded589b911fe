package dev.syncline.json;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads CSV whose first line names the fields. A field in quotes may hold delimiters, line breaks and doubled quotes. An empty
 * field is null, one of empty quotes an empty text. A line with another number of fields is the problem of its record alone; a quote that
 * is not closed is that of the answer, as nobody knows where the next record begins.
 */
final class CsvLines {
    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final long longest;
    private long line = 1;
    private int next;

    CsvLines(Reader in, char delimiter, long longest) {
        this.in = in;
        this.delimiter = delimiter;
        this.longest = longest;
    }

    /** @return false if the receiver has stopped */
    boolean read(ElementReceiver elements) throws IOException {
        next = in.read();
        if (next == '\uFEFF') {
            next = in.read();
        }
        List<String> names = fields();
        if (names == null) {
            throw new JsonParseException(null, "It has no line with the names of its fields");
        }
        if (names.contains(null) || new HashSet<>(names).size() < names.size()) {
            throw new JsonParseException(null, "Its first line has a name twice, or a field without one");
        }
        for (List<String> fields = fields(); fields != null; fields = fields()) {
            boolean isBlankLine = fields.size() == 1 && fields.get(0) == null;
            if (!isBlankLine && !elements.take("", element(names, fields))) {
                return false;
            }
        }
        return true;
    }

    private Element element(List<String> names, List<String> fields) {
        Map<String, Object> record = new LinkedHashMap<>();
        long length = 0;
        String problem = fields.size() == names.size()
                ? null
                : "Its line, before line " + line + ", has " + fields.size() + " fields, and the first line names "
                        + names.size();
        for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
            String field = fields.get(i);
            record.put(names.get(i), field);
            length += names.get(i).length() + (field == null ? 0 : field.length()) + 20L;
            problem = problem == null && field != null ? ListFormat.problem(field) : problem;
        }
        return new Element(record, problem, length);
    }

    /** Returns the fields of the next line; null after the last. */
    private List<String> fields() throws IOException {
        if (next == END) {
            return null;
        }
        long begun = line;
        long[] length = {0};
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(next == '"' ? quoted(begun, length) : plain(begun, length));
            if (next == delimiter) {
                next = in.read();
                continue;
            }
            if (next == '\r') {
                next = in.read();
            }
            if (next == '\n') {
                next = in.read();
            }
            line++;
            return fields;
        }
    }

    private String plain(long begun, long[] length) throws IOException {
        StringBuilder field = new StringBuilder();
        while (next != delimiter && next != '\n' && next != '\r' && next != END) {
            append(field, begun, length);
        }
        return field.length() == 0 ? null : field.toString();
    }

    private String quoted(long begun, long[] length) throws IOException {
        StringBuilder field = new StringBuilder();
        next = in.read();
        while (true) {
            if (next == END) {
                throw new JsonParseException(
                        null, "A quote of the record that begins in line " + begun + " is not closed");
            }
            if (next == '"') {
                next = in.read();
                if (next != '"') {
                    break;
                }
            }
            line += next == '\n' ? 1 : 0;
            append(field, begun, length);
        }
        if (next != delimiter && next != '\n' && next != '\r' && next != END) {
            throw new JsonParseException(
                    null,
                    "Behind a quote in line " + line + " stands what is neither a delimiter nor the end of the line");
        }
        return field.toString();
    }

    private void append(StringBuilder field, long begun, long[] length) throws IOException {
        if (++length[0] > longest) {
            throw new JsonParseException(
                    null,
                    "The record that begins in line " + begun + " has more than " + longest
                            + " characters, the system's longest-record");
        }
        field.append((char) next);
        next = in.read();
    }
}
