package dev.syncline.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;

/** Reads a JSON value in each line; a line that is none is the problem of its record alone. */
final class JsonLines {
    private static final int SHOWN = 100;

    private final Reader in;
    private final long longest;

    JsonLines(Reader in, long longest) {
        this.in = in;
        this.longest = longest;
    }

    /** @return false if the receiver has stopped */
    boolean read(ElementReceiver elements) throws IOException {
        StringBuilder line = new StringBuilder();
        long length = 0;
        int c;
        do {
            c = in.read();
            if (c != '\n' && c >= 0) {
                length++;
                if (length <= longest) {
                    line.append((char) c);
                }
                continue;
            }
            if (!isBlank(line) && !elements.take("", element(line.toString(), length))) {
                return false;
            }
            line.setLength(0);
            length = 0;
        } while (c >= 0);
        return true;
    }

    private static boolean isBlank(StringBuilder line) {
        return line.chars().allMatch(c -> c <= ' ' || c == '\uFEFF');
    }

    private Element element(String line, long length) throws IOException {
        if (length > longest) {
            return new Element(
                    Map.of(), "It has more than " + longest + " characters, the system's longest-record", SHOWN);
        }
        String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
        try (JsonParser parser = JsonAnswer.FACTORY.createParser(text)) {
            parser.nextToken();
            ElementReader reader = new ElementReader(parser, null, longest);
            Element element = reader.next();
            reader.taken();
            if (parser.nextToken() != null) {
                return new Element(element.value(), "Its line has text after its end", element.length());
            }
            String problem = element.problem() == null ? ListFormat.problem(text) : element.problem();
            return new Element(element.value(), problem, element.length());
        } catch (JsonProcessingException e) {
            return new Element(Map.of(), "Its line is no JSON: " + Escaped.bounded(text, SHOWN), SHOWN);
        }
    }
}
