package dev.syncline.value;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.value.ColumnType.Kind;
import java.time.DateTimeException;
import java.time.ZoneId;

/** A column of a target's table. */
public record Column(String table, String name, ColumnType type) {
    public Kind kind() {
        return type.kind();
    }

    /**
     * A value as the column will hold it.
     *
     * @param zone where a time has none and the column wants a moment, or the other way round
     * @param field that the value comes from
     * @return null for null
     * @throws RecordRefused when the column cannot hold it
     */
    public Object of(JsonNode value, ZoneId zone, String field) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return null;
        }
        try {
            return type.of(value, zone);
        } catch (ValueText.UnfitText e) {
            throw unfit(value, e.getMessage(), field);
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
            throw unfit(value, "it is " + type.words(), field);
        }
    }

    private RecordRefused unfit(JsonNode value, String why, String field) {
        return new RecordRefused("Column " + name + " of " + table + " cannot take " + ValueText.shown(value) + ": "
                + why + ". Correct the field '" + field + "' at the source, or the route; then it is sent again");
    }

    /** Whether the database alone knows the type, and may write a value in other words than it is given. */
    public boolean isOfDatabase() {
        return type.kind() == Kind.OTHER;
    }

    /** Whether the column holds that value already, as far as it can. */
    public boolean same(Object there, Object ours) {
        return type.same(there, ours);
    }
}
