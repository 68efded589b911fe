package dev.syncline.record;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/** An array of UUIDs in PostgreSQL's binary format. The driver would send it as text, for the server to parse. */
final class UuidArray {
    private static final int HEAD = 20;
    private static final int UUID_BYTES = 16;

    private UuidArray() {}

    /** @param values may hold nulls */
    static Array of(Connection connection, UUID[] values) throws SQLException {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + values.length * (4 + UUID_BYTES));
        bytes.putInt(values.length == 0 ? 0 : 1)
                .putInt(1)
                .putInt(Oid.UUID)
                .putInt(values.length)
                .putInt(1);
        for (UUID value : values) {
            if (value == null) {
                bytes.putInt(-1);
            } else {
                bytes.putInt(UUID_BYTES)
                        .putLong(value.getMostSignificantBits())
                        .putLong(value.getLeastSignificantBits());
            }
        }
        byte[] array = new byte[values.length == 0 ? 12 : bytes.position()];
        bytes.flip().get(array);
        return new PgArray(connection.unwrap(BaseConnection.class), Oid.UUID_ARRAY, array);
    }
}
