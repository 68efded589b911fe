package dev.syncline.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.ZoneId;

/** A column of a target's table. */
public record Column(String table, String name, ColumnType type) {
    /** By its name alone: columns are the keys of every row's values, and few of a statement share a name. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    public ColumnKind kind() {
        return type.kind();
    }

    /**
     * Converts a value to what the column will hold.
     *
     * @param zone zone for a time without one in a column of moments, or the other way round
     * @param field the field that has the value
     * @return null for null
     * @throws RecordRefused if the column cannot hold it
     */
    public Object of(JsonNode value, ZoneId zone, String field) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return null;
        }
        try {
            return type.of(value, zone);
        } catch (UnfitText e) {
            throw unfit(value, e.getMessage(), field);
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
            throw unfit(value, "it is " + type.words(), field);
        }
    }

    private RecordRefused unfit(JsonNode value, String why, String field) {
        return new RecordRefused("Column " + name + " of " + table + " cannot take " + ValueText.shown(value) + ": "
                + why + ". Correct the field '" + field + "' at the source, or the route; then it is sent again");
    }

    /** Returns whether only the database knows the type, and may change the spelling of a value. */
    public boolean isOfDatabase() {
        return type.kind() == ColumnKind.OTHER;
    }

    /** Returns whether the column holds that value already, as precisely as it can. */
    public boolean same(Object there, Object ours) {
        return type.same(there, ours);
    }
}
