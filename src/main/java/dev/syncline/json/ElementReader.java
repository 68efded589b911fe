package dev.syncline.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Reads the elements of an answer's lists, and keeps of each only as much as fits in memory. */
final class ElementReader {
    /** The deepest element: deeper ones would overflow the stack of other readers and writers. */
    private static final int DEEPEST = 500;

    /** The longest text that is kept of an element that is too large, so that a message can identify it. */
    private static final int SHORT = 1_000;

    /** The most fields that are kept of it. */
    private static final int MOST_SHORT = 1_000;

    /** The approximate memory of a field or an element of a list, beside its characters. */
    private static final int BYTES_OF_FIELD = 100;

    private static final int BYTES_OF_ELEMENT = 24;

    /** The approximate memory of a list, an object, a text or a number itself. */
    private static final int BYTES_OF_CONTAINER = 64;

    private static final int BYTES_OF_SCALAR = 40;

    /** The most bytes that fields and elements of a record may take, for each character of the longest record. */
    private static final int BYTES_A_CHARACTER = 4;

    /** An element with more characters is large; no more than two of these are in memory at a time. */
    private static final int LARGE = 256 << 10;

    private static final Semaphore TURNS = new Semaphore(2, true);

    private final JsonParser parser;
    /** Null if the answer is plain ASCII. */
    private final AnswerText text;

    private final long longest;
    private String problem;
    private long kept;
    private long held;
    private boolean hasTurn;

    /** @param longest the most characters of an element */
    ElementReader(JsonParser parser, AnswerText text, long longest) {
        this.parser = parser;
        this.text = text;
        this.longest = longest;
    }

    /** Reads the element at the parser's position; the caller calls {@link #taken} when it has processed it. */
    Element next() throws IOException {
        problem = null;
        kept = 0;
        held = 0;
        Object value = value(0);
        if (problem == null && isTooMuch()) {
            problem = tooMuch();
        }
        if (problem == null && text != null && text.hasMarks()) {
            problem = Marks.in(value);
        }
        return new Element(value, problem, kept + held / BYTES_A_CHARACTER);
    }

    /** Allows others to read large elements. */
    void taken() {
        if (hasTurn) {
            hasTurn = false;
            TURNS.release();
        }
    }

    private void count(long characters, int bytes) {
        kept += characters;
        held += bytes;
        if (!hasTurn && kept + held / BYTES_A_CHARACTER > LARGE) {
            TURNS.acquireUninterruptibly();
            hasTurn = true;
        }
    }

    private Object value(int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (!token.isStructStart()) {
            return scalar(token, depth);
        }
        if (depth == DEEPEST) {
            problem = "It is nested deeper than " + DEEPEST + " levels";
        }
        if (depth == DEEPEST || isTooMuch()) {
            parser.skipChildren();
            return null;
        }
        count(2, BYTES_OF_CONTAINER);
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                count(0, BYTES_OF_ELEMENT);
                Object value = value(depth + 1);
                if (!isTooMuch()) {
                    list.add(value);
                }
            }
            return list;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            count(name.length(), BYTES_OF_FIELD);
            parser.nextToken();
            Object value = value(depth + 1);
            if (!isTooMuch() || depth == 0 && value != null && map.size() < MOST_SHORT) {
                map.put(name, value);
            }
        }
        return map;
    }

    private Object scalar(JsonToken token, int depth) throws IOException {
        Object value = scalar(parser, token);
        if (token.isNumeric() && value instanceof String written) {
            problem = "It has the value " + written + ", which is not a JSON number";
        } else if (value instanceof JsonNumber && JsonNumber.isBeyond(value.toString())) {
            value = value.toString();
            problem = "It has the number " + Escaped.bounded(value.toString(), 100)
                    + ", whose exponent has more digits than programs count with";
        }
        boolean isText = value instanceof String || value instanceof Number;
        count(isText ? 4 + parser.getTextLength() : 4, isText ? BYTES_OF_SCALAR : 0);
        if (isTooMuch()) {
            problem = tooMuch();
            return depth <= 1 && parser.getTextLength() <= SHORT ? value : null;
        }
        return value;
    }

    /** Returns a value other than a list or an object. */
    static Object scalar(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                String written = parser.getText();
                yield isNumber(written) ? JsonNumber.of(written) : written;
            }
            default -> parser.getText();
        };
    }

    /** Returns whether it is a number of JSON, unlike NaN and the infinities, which some systems write. */
    private static boolean isNumber(String written) {
        char last = written.charAt(written.length() - 1);
        return '0' <= last && last <= '9';
    }

    private boolean isTooMuch() {
        return kept > longest || held / BYTES_A_CHARACTER > longest;
    }

    private String tooMuch() {
        return kept > longest
                ? "It has more than " + longest + " characters, the system's longest-record"
                : "It has more fields and values than fit in memory. Have the system give less of it, or raise its"
                        + " longest-record";
    }
}
