package dev.syncline.record;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Rows in PostgreSQL's binary COPY format, as its documentation of COPY describes it. */
final class BinaryCopy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(bytes);

    BinaryCopy() throws IOException {
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    void row(int columns) throws IOException {
        out.writeShort(columns);
    }

    void int8(Long value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else {
            out.writeInt(8);
            out.writeLong(value);
        }
    }

    void int4(int value) throws IOException {
        out.writeInt(4);
        out.writeInt(value);
    }

    void int2(int value) throws IOException {
        out.writeInt(2);
        out.writeShort(value);
    }

    void bool(boolean value) throws IOException {
        out.writeInt(1);
        out.writeByte(value ? 1 : 0);
    }

    void uuid(UUID value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else {
            out.writeInt(16);
            out.writeLong(value.getMostSignificantBits());
            out.writeLong(value.getLeastSignificantBits());
        }
    }

    void text(String value) throws IOException {
        bytea(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    void bytea(byte[] value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else {
            out.writeInt(value.length);
            out.write(value);
        }
    }

    byte[] finish() throws IOException {
        out.writeShort(-1);
        out.flush();
        return bytes.toByteArray();
    }
}
