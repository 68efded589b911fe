package dev.syncline.api;

import dev.syncline.record.RecordStatus;
import dev.syncline.work.WorkStatus;
import java.util.Arrays;

/** Statuses as calls name them. */
final class Statuses {
    private Statuses() {}

    /** @throws BadRequest when there is none of that name */
    static WorkStatus run(String name) {
        return name == null ? null : of(WorkStatus.class, name);
    }

    /** @throws BadRequest when there is none of that name */
    static RecordStatus record(String name) {
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
