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
 * An answer in JSON: an object with lists. It is read as a stream, the elements of its lists one by one, so that no more
 * than one of them is in memory that nobody wants to keep; what is wrong with one of them is its own matter.
 */
public final class JsonAnswer {
    /** What is passed over without being kept; the parser has its place in it on the heap. */
    private static final int DEEPEST_TO_PASS = 100_000;

    /** Beside its lists. */
    private static final int MOST_FIELDS = 10_000;

    private static final int LONGEST_NUMBER = 1_000_000;

    /** Bytes of an answer that is looked at as a whole. */
    private static final int SMALL = 256 << 10;

    private static final int SHOWN = 300;
    private static final int LONGEST_SECRET = 4_000;

    /** Reads and writes what passed here: with numbers and texts of any length. */
    public static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_TO_PASS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE) // it may be read again, to show what it is
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /** Takes the elements of lists. */
    public interface Elements {
        /**
         * @param list the field that is the list
         * @return false where no more of the answer is wanted
         */
        boolean take(String list, Element element);
    }

    /**
     * An element of a list.
     *
     * @param value texts, booleans, null, numbers as they are written ({@link JsonNumber}), lists and maps; without what is
     *     too much of it
     * @param problem why it is not what the system has; null where it is
     * @param length how many characters of it are kept, about
     */
    public record Element(Object value, String problem, long length) {
        /** A field of it; null where it is no object, or has no such field. */
        public Object field(String name) {
            return value instanceof Map<?, ?> fields ? fields.get(name) : null;
        }
    }

    private final Map<String, Object> fields = new HashMap<>();
    private final Set<String> lists = new HashSet<>();
    /** Null where it is plain. */
    private final AnswerText text;

    private final long longest;
    private boolean isWhole;
    private long kept;

    private JsonAnswer(AnswerText text, long longest) {
        this.text = text;
        this.longest = longest;
    }

    /**
     * Reads an answer to its end, or until no more of it is wanted.
     *
     * @param contentType as the answer says it; null where it does not
     * @param longest how many characters an element may have
     * @throws JsonProcessingException when it is no JSON
     */
    public static JsonAnswer read(
            InputStream in, String contentType, Set<String> lists, long longest, Elements elements) throws IOException {
        byte[] head = in.readNBytes((int) Math.min(longest, SMALL));
        boolean isPlain = head.length < Math.min(longest, SMALL) && isPlain(head);
        AnswerText text = isPlain
                ? null
                : new AnswerText(
                        new SequenceInputStream(new ByteArrayInputStream(head), open(in)),
                        AnswerText.charset(contentType),
                        (int) Math.min(longest, Integer.MAX_VALUE / 4));
        JsonAnswer answer = new JsonAnswer(text, longest);
        try (JsonParser parser = isPlain ? FACTORY.createParser(head) : FACTORY.createParser(text)) {
            answer.isWhole = answer.read(parser, lists, elements);
        }
        return answer;
    }

    /** Stays open when it was read to its end, as it may be read again. */
    private static InputStream open(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {
                // who has given it closes it
            }
        };
    }

    /** Whether it is ASCII without NUL, as most short answers are: then there is no other way to read it. */
    private static boolean isPlain(byte[] bytes) {
        for (byte one : bytes) {
            if (one <= 0) {
                return false;
            }
        }
        return true;
    }

    /** How the body of an answer begins that was read, to show it. */
    public static String beginning(InputStream body) {
        try {
            body.reset(); // what Camel gives can be read again
            // Masked before it is cut, as half a secret is one, too.
            String whole = new String(body.readNBytes(SHOWN + LONGEST_SECRET), StandardCharsets.UTF_8);
            return Escaped.bounded(Secrets.masked(whole), SHOWN);
        } catch (IOException e) {
            return "what cannot be read again";
        }
    }

    /** An object that this program wrote, with values as those of an {@link Element}. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(byte[] json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            return (Map<String, Object>)
                    new ElementReader(parser, null, Long.MAX_VALUE).next().value();
        }
    }

    /** A field of the answer that is no list and no object; null where it has none. */
    public Object field(String name) {
        return fields.get(name);
    }

    public boolean hasField(String name) {
        return fields.containsKey(name);
    }

    /** Whether the answer has the list. */
    public boolean hasList(String name) {
        return lists.contains(name);
    }

    /** Whether it was read to its end. */
    public boolean isWhole() {
        return isWhole;
    }

    private boolean read(JsonParser parser, Set<String> wanted, Elements elements) throws IOException {
        ElementReader reader = new ElementReader(parser, text, longest);
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new JsonParseException(parser, "It is empty");
        }
        if (first != JsonToken.START_OBJECT) {
            parser.skipChildren();
        } else {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                if (token == JsonToken.START_ARRAY && wanted.contains(name)) {
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
                } else if (token.isStructStart()) {
                    put(parser, name, List.of());
                    parser.skipChildren();
                } else {
                    put(parser, name, ElementReader.scalar(parser, token));
                }
            }
        }
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "There is more behind its end");
        }
        return true;
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
