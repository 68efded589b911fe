package dev.syncline.judge;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.syncline.json.Escaped;
import dev.syncline.json.JsonBytes;
import dev.syncline.json.JsonNumber;
import dev.syncline.record.StatusTable.Delivered;
import dev.syncline.value.FieldText;
import dev.syncline.value.RawJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * The content of a record as it goes to the target, written once, and its hashes.
 *
 * @param json a JSON object in UTF-8, fields first, children after them
 * @param hash of the fields
 * @param childHash of the children; null when the row came without
 * @param fields where its fields are
 */
public record Content(byte[] json, UUID hash, UUID childHash, Fields fields) {
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

    /** Writes the contents of many records, one after the other, into one array. */
    public static final class Writer {
        private final JsonBytes json = new JsonBytes();
        private final Map<String, Name> names = new HashMap<>();
        /** Those of the record before: a page's records have the same names, mostly at the same places. */
        private final List<Name> places = new ArrayList<>();

        /** A field's name as it is written, with the colon behind it. */
        private record Name(String name, byte[] encoded) {}

        public Content of(Map<String, Object> fields) {
            try {
                json.clear();
                return write(fields);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Content write(Map<String, Object> fields) throws IOException {
            int[] ends = new int[fields.size()];
            int n = 0;
            boolean hasChildren = false;
            json.write('{');
            for (var field : fields.entrySet()) {
                Object value = field.getValue();
                if (isChildren(value)) {
                    hasChildren = true;
                } else {
                    writeName(field.getKey(), n);
                    write(value);
                    ends[n++] = json.size();
                }
            }
            int fieldsEnd = json.size();
            if (hasChildren) {
                for (var field : fields.entrySet()) {
                    if (isChildren(field.getValue())) {
                        separate();
                        json.text(field.getKey());
                        json.write(':');
                        write(field.getValue());
                    }
                }
            }
            json.write('}');
            byte[] all = json.toByteArray();
            return new Content(
                    all,
                    hash(all, 0, fieldsEnd),
                    hasChildren ? hash(all, fieldsEnd, all.length - fieldsEnd) : null,
                    new Fields(all, n == ends.length ? ends : Arrays.copyOf(ends, n)));
        }

        private void writeName(String name, int place) {
            separate();
            if (place == places.size()) {
                places.add(named(name));
            } else if (!places.get(place).name().equals(name)) {
                places.set(place, named(name));
            }
            json.write(places.get(place).encoded());
        }

        private Name named(String name) {
            return names.computeIfAbsent(name, first -> new Name(first, encoded(first)));
        }

        private void separate() {
            if (json.size() > 1) {
                json.write(',');
            }
        }

        private static byte[] encoded(String name) {
            JsonBytes encoded = new JsonBytes();
            if (Escaped.isStorable(name)) {
                encoded.write('"');
                encoded.write(JsonStringEncoder.getInstance().quoteAsUTF8(name));
                encoded.write('"');
            } else {
                encoded.text(name);
            }
            encoded.write(':');
            return encoded.toByteArray();
        }

        private void write(Object value) throws IOException {
            if (value == null) {
                json.ascii("null");
            } else if (value instanceof String text) {
                json.text(text);
            } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
                json.ascii(value.toString());
            } else if (value instanceof BigDecimal number) {
                json.ascii(FieldText.of(number));
            } else {
                Content.write(json.others(), value);
                json.others().flush();
            }
        }
    }

    static Content of(Map<String, Object> fields) {
        return new Writer().of(fields);
    }

    static UUID hash(byte[] bytes, int from, int length) {
        return Murmur3.of(bytes, from, length);
    }

    static UUID hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return hash(bytes, 0, bytes.length);
    }

    /** Asks for classes first: that a text or a number is no list takes the virtual machine longer to find. */
    static boolean isChildren(Object value) {
        return !(value instanceof String)
                && !(value instanceof Number)
                && (value instanceof List || value instanceof RawJson raw && raw.isArray());
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
