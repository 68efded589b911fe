package dev.syncline.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.deliver.SqlType.Kind;
import java.time.DateTimeException;
import java.time.ZoneId;

/** A column of a target's table. */
record SqlColumn(String table, String name, SqlType type) {
    Kind kind() {
        return type.kind();
    }

    /**
     * A value as the column will hold it.
     *
     * @param zone where a time has none and the column wants a moment, or the other way round
     * @param field that the value comes from
     * @return null for null
     * @throws Unfit when the column cannot hold it
     */
    Object of(JsonNode value, ZoneId zone, String field) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return null;
        }
        try {
            return type.of(value, zone);
        } catch (SqlText.UnfitText e) {
            throw unfit(value, e.getMessage(), field);
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
            throw unfit(value, "it is " + type.words(), field);
        }
    }

    private Unfit unfit(JsonNode value, String why, String field) {
        return new Unfit("Column " + name + " of " + table + " cannot take " + SqlText.shown(value) + ": " + why
                + ". Correct the field '" + field + "' at the source, or the route; then it is sent again");
    }

    /** Whether the column holds that value already, as far as it can. */
    boolean same(Object there, Object ours) {
        return type.same(there, ours);
    }
}
