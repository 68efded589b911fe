package dev.syncline.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.syncline.json.JsonAnswer.Element;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Reads the elements of an answer's lists, and keeps no more of each than fits in memory. */
final class ElementReader {
    /** What an element may be: deeper ones are not for JSON's other readers and writers, and for no stack. */
    private static final int DEEPEST = 500;

    /** Of an element that is too large, shorter texts are kept, so that it can be told which one it is. */
    private static final int SHORT = 1_000;

    /** So many fields of it, and no more. */
    private static final int MOST_SHORT = 1_000;

    /** What a field of an object, or an element of a list, takes in memory beside its characters, about. */
    private static final int BYTES_OF_FIELD = 100;

    private static final int BYTES_OF_ELEMENT = 24;

    /** What a list, an object, a text or a number takes itself. */
    private static final int BYTES_OF_CONTAINER = 64;

    private static final int BYTES_OF_SCALAR = 40;

    /** So many bytes may the fields and elements of one record take for each character that it may have. */
    private static final int BYTES_A_CHARACTER = 4;

    /** Characters of an element that is large: of those two are in memory at a time, whoever reads. */
    private static final int LARGE = 256 << 10;

    private static final Semaphore TURNS = new Semaphore(2, true);

    private final JsonParser parser;
    /** Null where it is plain. */
    private final AnswerText text;

    private final long longest;
    private String problem;
    private long kept;
    private long held;
    private boolean hasTurn;

    /** @param longest characters that an element may have */
    ElementReader(JsonParser parser, AnswerText text, long longest) {
        this.parser = parser;
        this.text = text;
        this.longest = longest;
    }

    /** Reads the element at which the parser is; it is {@link #taken} when nobody needs it for this answer any more. */
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

    /** Lets others read what is large. */
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
            problem = "It has the value " + written + ", which is no number of JSON";
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

    /** A value that is no list and no object. */
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

    /** NaN and the infinities are none, which some write all the same. */
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
