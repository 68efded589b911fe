package dev.syncline.judge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonGenerator.Feature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.syncline.page.RawJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * The content of a record as it goes to the target, written once, and its hashes.
 *
 * @param json a JSON object in UTF-8, fields first, children after them
 * @param hash of the fields
 * @param childHash of the children; null when the row came without
 * @param fieldHashes two bytes a field, in order
 */
public record Content(byte[] json, UUID hash, UUID childHash, byte[] fieldHashes) {
    private static final JsonFactory FACTORY =
            new JsonFactory().setRootValueSeparator(null).enable(Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    /** Unlike the hashes of 0 and of empty text. */
    private static final int NOTHING = 0x9E3779B9;

    /** Writes the contents of many records, one after the other, with one JSON generator. */
    public static final class Writer {
        private final ByteArrayBuilder bytes = new ByteArrayBuilder(1024);
        private final JsonGenerator json;
        private final Map<String, SerializedString> names = new HashMap<>();

        public Writer() {
            try {
                json = FACTORY.createGenerator(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public Content of(Map<String, Object> fields) {
            try {
                bytes.reset();
                return write(fields);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Content write(Map<String, Object> fields) throws IOException {
            byte[] fieldHashes = new byte[fields.size() * 2];
            int n = 0;
            boolean hasChildren = false;
            json.writeStartObject();
            for (var field : fields.entrySet()) {
                Object value = field.getValue();
                if (isChildren(value)) {
                    hasChildren = true;
                } else {
                    writeName(field.getKey());
                    Content.write(json, value);
                    int hash = fieldHash(value);
                    fieldHashes[n++] = (byte) (hash >>> 8);
                    fieldHashes[n++] = (byte) hash;
                }
            }
            json.flush();
            int fieldsEnd = bytes.size();
            if (hasChildren) {
                for (var field : fields.entrySet()) {
                    if (isChildren(field.getValue())) {
                        json.writeFieldName(field.getKey());
                        Content.write(json, field.getValue());
                    }
                }
            }
            json.writeEndObject();
            json.flush();
            byte[] all = bytes.toByteArray();
            return new Content(
                    all,
                    hash(all, 0, fieldsEnd),
                    hasChildren ? hash(all, fieldsEnd, all.length - fieldsEnd) : null,
                    Arrays.copyOf(fieldHashes, n));
        }

        /** A page's records have the same names: they are encoded once. */
        private void writeName(String name) throws IOException {
            SerializedString encoded = names.get(name);
            if (encoded != null) {
                json.writeFieldName(encoded);
                return;
            }
            json.writeFieldName(name);
            if (Text.isWhole(name)) {
                names.put(name, new SerializedString(name));
            }
        }
    }

    static Content of(Map<String, Object> fields) {
        return new Writer().of(fields);
    }

    static UUID hash(byte[] bytes, int from, int length) {
        long[] hash = MurmurHash3.hash128x64(bytes, from, length, 0);
        return new UUID(hash[0], hash[1]);
    }

    static boolean isChildren(Object value) {
        return value instanceof List || value instanceof RawJson raw && raw.isArray();
    }

    /** Mixed as MurmurHash3 ends: sixteen bits of hash codes alone are the same for 0 and empty text, 1 and -2. */
    private static int fieldHash(Object value) {
        int hash;
        if (value == null) {
            hash = NOTHING;
        } else if (value instanceof Long number) {
            hash = (int) ((number ^ 0x5DEECE66DL) * 0x9E3779B97F4A7C15L >>> 32);
        } else {
            hash = value instanceof byte[] binary ? Arrays.hashCode(binary) : value.hashCode();
            hash += value instanceof String ? 0 : value.getClass().getName().hashCode();
        }
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        return hash ^ (hash >>> 16);
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof RawJson raw) {
            json.writeRawValue(raw.text());
        } else if (value instanceof byte[] binary) {
            json.writeBinary(binary);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (var entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Number number) {
            json.writeNumber(new BigDecimal(number.toString()));
        } else {
            json.writeString(value.toString());
        }
    }
}
