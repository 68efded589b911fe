package dev.syncline.judge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.syncline.json.Escaped;
import dev.syncline.json.JsonNumber;
import dev.syncline.record.StatusTable.Delivered;
import dev.syncline.value.FieldText;
import dev.syncline.value.RawJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * The content of a record as it goes to the target, written once, and its hashes.
 *
 * @param json a JSON object in UTF-8, fields first, children after them
 * @param hash of the fields
 * @param childHash of the children; null when the row came without
 * @param fields where its fields are
 */
public record Content(byte[] json, UUID hash, UUID childHash, Fields fields) {
    private static final JsonFactory FACTORY = new JsonFactory().setRootValueSeparator(null);

    /**
     * Where the fields of a record end in its JSON. Their hashes are made when they are asked for: most records of most
     * runs did not change.
     */
    record Fields(byte[] json, int[] ends) {
        /** Two bytes a field, in order. */
        byte[] hashes() {
            byte[] hashes = new byte[ends.length * 2];
            CRC32C crc = new CRC32C();
            int from = 1;
            for (int i = 0; i < ends.length; i++) {
                crc.reset();
                crc.update(json, from, ends[i] - from);
                hashes[2 * i] = (byte) (crc.getValue() >>> 8);
                hashes[2 * i + 1] = (byte) crc.getValue();
                from = ends[i];
            }
            return hashes;
        }
    }

    /** Two bytes a field, in order, without its children. */
    public byte[] fieldHashes() {
        return fields.hashes();
    }

    /** Whether the target has it. Children count where it has them, as rows that are read without say nothing of them. */
    boolean isThere(Delivered delivered) {
        return delivered != null
                && hash.equals(delivered.contentHash())
                && (childHash == null || childHash.equals(delivered.childHash()));
    }

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
            int[] ends = new int[fields.size()];
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
                    ends[n++] = bytes.size() + json.getOutputBuffered();
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
                    new Fields(all, n == ends.length ? ends : Arrays.copyOf(ends, n)));
        }

        /** A page's records have the same names: they are encoded once. */
        private void writeName(String name) throws IOException {
            SerializedString encoded = names.get(name);
            if (encoded != null) {
                json.writeFieldName(encoded);
                return;
            }
            json.writeFieldName(name);
            if (Escaped.isStorable(name)) {
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

    static UUID hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return hash(bytes, 0, bytes.length);
    }

    static boolean isChildren(Object value) {
        return value instanceof List || value instanceof RawJson raw && raw.isArray();
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
            json.writeNumber(FieldText.of(number));
        } else if (value instanceof JsonNumber number) {
            json.writeNumber(number.toString());
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
        } else if (value instanceof Float number) {
            json.writeNumber(number); // NaN and infinity as text
        } else if (value instanceof Number number) {
            json.writeNumber(FieldText.of(new BigDecimal(number.toString())));
        } else {
            json.writeString(FieldText.of(value));
        }
    }
}
