package dev.syncline.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Tells which values a route's target holds, by the columns that they are written to. */
public interface HeldValues extends AutoCloseable {
    /** Of a target that has no columns, as HTTP systems. */
    HeldValues NONE = (list, field, ours, there) -> Optional.empty();

    /**
     * Returns whether the column of a field, which holds the one value, would be left as it is if the other was written.
     *
     * @param list the field that lists the record's children which the field belongs to; null for one of the record's own
     * @param ours as the source has it
     * @param there as the target has it
     * @return empty if the field is not written to a column
     */
    Optional<Boolean> holds(String list, String field, JsonNode ours, JsonNode there);

    @Override
    default void close() {}
}
