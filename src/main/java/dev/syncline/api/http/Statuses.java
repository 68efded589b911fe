package dev.syncline.api.http;

import dev.syncline.record.RecordStatus;
import dev.syncline.work.WorkStatus;
import java.util.Arrays;

/** Parses the statuses that calls name. */
public final class Statuses {
    private Statuses() {}

    /**
     * Returns null if the name is null.
     *
     * @throws BadRequest if the status is unknown
     */
    public static WorkStatus run(String name) {
        return name == null ? null : of(WorkStatus.class, name);
    }

    /**
     * Returns null if the name is null.
     *
     * @throws BadRequest if the status is unknown
     */
    public static RecordStatus record(String name) {
        return name == null ? null : of(RecordStatus.class, name);
    }

    private static <E extends Enum<E>> E of(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadRequest(
                        "Unknown status '" + name + "'. Statuses are " + Arrays.toString(type.getEnumConstants())));
    }
}
