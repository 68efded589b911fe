package dev.syncline.record;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format, as its documentation of COPY describes it. They go out in small pieces, so
 * that a page of records never stands in memory as one block.
 */
final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int PIECE = 1 << 16;

    private static final int INT2 = 21;
    private static final int INT4 = 23;
    private static final int INT8 = 20;
    private static final int TEXT = 25;

    private final CopyIn copy;
    private byte[] bytes = new byte[PIECE + 4096];
    private int size;

    /** @param sql {@code copy table (columns) from stdin (format binary)} */
    BinaryCopy(Connection connection, String sql) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        room(SIGNATURE.length + 8);
        put(SIGNATURE);
        int4Raw(0);
        int4Raw(0);
    }

    void row(int columns) throws SQLException {
        if (size >= PIECE) {
            send();
        }
        room(2);
        int2Raw(columns);
    }

    void int8(Long value) {
        room(12);
        if (value == null) {
            int4Raw(-1);
        } else {
            int4Raw(8);
            int8Raw(value);
        }
    }

    void int4(int value) {
        room(8);
        int4Raw(4);
        int4Raw(value);
    }

    void int2(int value) {
        room(6);
        int4Raw(2);
        int2Raw(value);
    }

    void bool(boolean value) {
        room(5);
        int4Raw(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    void uuid(UUID value) {
        room(20);
        if (value == null) {
            int4Raw(-1);
        } else {
            int4Raw(16);
            int8Raw(value.getMostSignificantBits());
            int8Raw(value.getLeastSignificantBits());
        }
    }

    void text(String value) {
        bytea(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    void bytea(byte[] value) {
        if (value == null) {
            room(4);
            int4Raw(-1);
        } else {
            room(4 + value.length);
            int4Raw(value.length);
            put(value);
        }
    }

    /** One value of several parts, sent part by part. */
    void bytea(List<byte[]> parts) throws SQLException {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        room(4);
        int4Raw(length);
        for (byte[] part : parts) {
            if (size >= PIECE) {
                send();
            }
            room(part.length);
            put(part);
        }
    }

    void texts(String[] values) {
        if (values == null) {
            bytea((byte[]) null);
            return;
        }
        int start = array(TEXT, values.length);
        for (String value : values) {
            text(value);
        }
        endArray(start);
    }

    void int2s(short[] values) {
        if (values == null) {
            bytea((byte[]) null);
            return;
        }
        int start = array(INT2, values.length);
        for (short value : values) {
            int2(value);
        }
        endArray(start);
    }

    void int4s(int[] values) {
        int start = array(INT4, values.length);
        for (int value : values) {
            int4(value);
        }
        endArray(start);
    }

    void int8s(Long[] values) {
        int start = array(INT8, values.length);
        for (Long value : values) {
            int8(value);
        }
        endArray(start);
    }

    /** Ends the copy; without it nothing is written. */
    void finish() throws SQLException {
        room(2);
        int2Raw(-1);
        send();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** Begins an array of one dimension that may hold nulls; its length in bytes is filled in at its end. */
    private int array(int type, int count) {
        room(24);
        int start = size;
        int4Raw(0);
        int4Raw(count == 0 ? 0 : 1);
        int4Raw(1);
        int4Raw(type);
        if (count > 0) {
            int4Raw(count);
            int4Raw(1);
        }
        return start;
    }

    private void endArray(int start) {
        int end = size;
        size = start;
        int4Raw(end - start - 4);
        size = end;
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes, 0, size);
        size = 0;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    private void put(byte[] value) {
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private void int2Raw(int value) {
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    private void int4Raw(int value) {
        int2Raw(value >>> 16);
        int2Raw(value);
    }

    private void int8Raw(long value) {
        int4Raw((int) (value >>> 32));
        int4Raw((int) value);
    }
}
