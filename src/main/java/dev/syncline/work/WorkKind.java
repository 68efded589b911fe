package dev.syncline.work;

import org.quartz.JobKey;
import org.quartz.TriggerKey;

/**
 * A kind of work items. The package {@code work} places, leases, takes over and ends them all in one way; what differs is
 * said here.
 */
public interface WorkKind<T extends WorkItem> {
    Class<T> type();

    /** The table of {@link #type()}. */
    String table();

    /** What the rows of parts call it. */
    String name();

    /** What messages call an item, with a capital letter. */
    String noun();

    /** The Quartz job that carries a part of an item out. Quartz knows it before the first item is placed. */
    JobKey job(T item);

    /** The trigger that has it carried out; one a part, so that no part is in line twice. */
    TriggerKey trigger(T item, long part);

    /** The entry of the trigger's data that holds the part's number. */
    String dataKey();

    /** How many more parts this process can begin now. */
    default int room() {
        return Integer.MAX_VALUE;
    }

    /** A user has cancelled an item; in the transaction that says so. */
    void cancelled(T item, String who);

    /** An item is about to end; in the transaction that ends it. */
    default void ending(T item) {}
}
