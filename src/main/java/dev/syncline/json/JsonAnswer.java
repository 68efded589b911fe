package dev.syncline.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.syncline.secret.Secrets;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JSON answer: an object with lists, or a list, whose name is empty. It is read as a stream, element by element, so that only one element that is not
 * kept is in memory. A problem of one element does not affect the others.
 */
public final class JsonAnswer {
    /** The deepest value that is skipped; the parser needs heap for the depth. */
    private static final int DEEPEST_TO_PASS = 100_000;

    /** The most fields beside its lists. */
    private static final int MOST_FIELDS = 10_000;

    private static final int LONGEST_NUMBER = 1_000_000;

    /** The most bytes of an answer that is examined as a whole. */
    private static final int SMALL = 256 << 10;

    private static final int SHOWN = 300;
    private static final int LONGEST_SECRET = 4_000;

    /** Reads and writes JSON with numbers and texts of any length. */
    public static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_TO_PASS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE) // it may be read again for a message
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final Map<String, Object> fields = new HashMap<>();
    private final Set<String> lists = new HashSet<>();
    /** Null if the answer is plain ASCII. */
    private final AnswerText text;

    private final long longest;
    /** Its lists, and the other fields that are asked for. */
    private final Set<String> wanted;

    private final Set<String> wantedLists;
    private boolean isWhole;
    private boolean isList;
    private long kept;

    private JsonAnswer(AnswerText text, Set<String> lists, Set<String> names, long longest) {
        this.text = text;
        this.longest = longest;
        this.wantedLists = lists;
        this.wanted = new HashSet<>(lists);
        wanted.addAll(names);
    }

    /**
     * Reads an answer to its end, or until the receiver stops.
     *
     * @param contentType the content type of the answer; null if it has none
     * @param longest the most characters of an element
     * @throws JsonProcessingException if it is not JSON
     */
    public static JsonAnswer read(
            InputStream in, String contentType, Set<String> lists, long longest, ElementReceiver elements)
            throws IOException {
        return read(in, contentType, lists, Set.of(), longest, elements);
    }

    /**
     * Reads an answer with fields that may be nested in objects.
     *
     * @param names names of the fields to keep, with {@code a.b} for the field b of a
     */
    public static JsonAnswer read(
            InputStream in,
            String contentType,
            Set<String> lists,
            Set<String> names,
            long longest,
            ElementReceiver elements)
            throws IOException {
        byte[] head = in.readNBytes((int) Math.min(longest, SMALL));
        boolean isPlain = head.length < Math.min(longest, SMALL) && isPlain(head);
        AnswerText text = isPlain
                ? null
                : new AnswerText(
                        new SequenceInputStream(new ByteArrayInputStream(head), open(in)),
                        AnswerText.charset(contentType),
                        (int) Math.min(longest, Integer.MAX_VALUE / 4));
        JsonAnswer answer = new JsonAnswer(text, lists, names, longest);
        try (JsonParser parser = isPlain ? FACTORY.createParser(head) : FACTORY.createParser(text)) {
            answer.isWhole = answer.read(parser, elements);
        }
        return answer;
    }

    /** An answer that is a list, which was read otherwise. */
    static JsonAnswer ofList(boolean isWhole) {
        JsonAnswer answer = new JsonAnswer(null, Set.of(""), Set.of(), 0);
        answer.lists.add("");
        answer.isWhole = isWhole;
        return answer;
    }

    /** Returns a stream that stays open at its end, as it may be read again. */
    private static InputStream open(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {
                // the caller closes it
            }
        };
    }

    /** Returns whether the answer is ASCII without NUL, as most short ones are, so that its decoding is unambiguous. */
    private static boolean isPlain(byte[] bytes) {
        for (byte one : bytes) {
            if (one <= 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the body of an answer; an empty stream if it has none. */
    public static InputStream body(InputStream given) {
        return given == null ? new ByteArrayInputStream(new byte[0]) : given;
    }

    /** Returns the beginning of a body that was read, for a message. */
    public static String beginning(InputStream body) {
        try {
            body.reset(); // bodies of Camel can be read again
            // Masked before it is truncated, as a part of a secret is secret too.
            String whole = new String(body.readNBytes(SHOWN + LONGEST_SECRET), StandardCharsets.UTF_8);
            return whole.isBlank() ? "nothing" : Escaped.bounded(Secrets.masked(whole), SHOWN);
        } catch (IOException e) {
            return "a body that cannot be read again";
        }
    }

    /** Parses an object that this program wrote, with the value types of {@link Element}. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(byte[] json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            return (Map<String, Object>)
                    new ElementReader(parser, null, Long.MAX_VALUE).next().value();
        }
    }

    /** Returns a field of the answer; null if it is missing. Nested fields must have been asked for. */
    public Object field(String name) {
        return fields.get(name);
    }

    public boolean hasField(String name) {
        return fields.containsKey(name);
    }

    /** Returns whether the answer has the list. */
    public boolean hasList(String name) {
        return lists.contains(name);
    }

    /**
     * Returns the problem of an answer without the list: no list 'records', which ...
     *
     * @param parameter the parameter of the system's template that names the list
     */
    public String without(String list, String parameter) {
        return list.isEmpty()
                ? "what is no list, and " + parameter + " is empty, which says that the answer is the list itself"
                : "no list '" + list + "', which the parameter " + parameter + " names"
                        + (isList
                                ? "; the answer is a list itself, and must be an object that has the list, or the parameter empty"
                                : "");
    }

    /** Returns whether it was read to its end. */
    public boolean isWhole() {
        return isWhole;
    }

    private boolean read(JsonParser parser, ElementReceiver elements) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new JsonParseException(parser, "It is empty");
        }
        isList = first == JsonToken.START_ARRAY;
        ElementReader reader = new ElementReader(parser, text, longest);
        if (isList && wantedLists.contains("")) {
            if (!list(parser, "", reader, elements)) {
                return false;
            }
        } else if (first != JsonToken.START_OBJECT) {
            parser.skipChildren();
        } else if (!object(parser, "", reader, elements)) {
            return false;
        }
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "It has text after its end");
        }
        return true;
    }

    /** @return false if the receiver has stopped */
    private boolean object(JsonParser parser, String before, ElementReader reader, ElementReceiver elements)
            throws IOException {
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            String name = before + field;
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && wantedLists.contains(name)) {
                if (!list(parser, name, reader, elements)) {
                    return false;
                }
            } else if (token.isStructStart()) {
                put(parser, name, List.of());
                if (token == JsonToken.START_ARRAY || !holdsWanted(name)) {
                    parser.skipChildren();
                } else if (!object(parser, name + '.', reader, elements)) {
                    return false;
                }
            } else {
                put(parser, name, ElementReader.scalar(parser, token));
            }
        }
        return true;
    }

    /** @return false if the receiver has stopped */
    private boolean list(JsonParser parser, String name, ElementReader reader, ElementReceiver elements)
            throws IOException {
        lists.add(name);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            try {
                if (!elements.take(name, reader.next())) {
                    return false;
                }
            } finally {
                reader.taken();
            }
        }
        return true;
    }

    private boolean holdsWanted(String name) {
        return wanted.stream()
                .anyMatch(one ->
                        one.length() > name.length() && one.charAt(name.length()) == '.' && one.startsWith(name));
    }

    private void put(JsonParser parser, String name, Object value) throws JsonParseException {
        kept += name.length() + (value instanceof String text ? text.length() : 0);
        if (kept > longest || fields.size() == MOST_FIELDS) {
            throw new JsonParseException(
                    parser,
                    "Beside its lists it has more than " + longest + " characters, the system's longest-record, or "
                            + MOST_FIELDS + " fields");
        }
        fields.put(name, value);
    }
}
