package dev.syncline.page;

import java.util.List;

/**
 * How far the keys of a request have been looked up.
 *
 * @param part which of the statements that the keys need
 * @param after behind which row of it; null for all of them
 */
record KeyPlace(int part, String after) {
    static KeyPlace of(String cursor) {
        if (cursor == null) {
            return new KeyPlace(0, null);
        }
        String[] parts = cursor.split(" ", 2);
        return new KeyPlace(Integer.parseInt(parts[0]), parts.length == 1 ? null : parts[1]);
    }

    SqlStatement statement(SqlQuery query, SqlShape shape, List<String> keys) {
        SqlStatement sql = new SqlStatement(query, shape).only(shape.parts(keys).get(part));
        return after == null ? sql : sql.after(SqlCursor.parse(after));
    }

    KeyPlace nextPart() {
        return new KeyPlace(part + 1, null);
    }

    /** The cursor behind a row of this part. */
    String behind(String row) {
        return part + " " + row;
    }

    @Override
    public String toString() {
        return after == null ? Integer.toString(part) : behind(after);
    }
}
