package dev.syncline.page;

import java.util.List;

/** What is new in a row for those who look at the document log, where that is known before it is judged. */
public interface News {
    /** In words of its kind of record: {@code status, quantity}. */
    List<String> changed();

    /** Whether the record is called off by it. */
    boolean isCancellation();

    /** Whether the target has the record already, and nobody was told that it was created. */
    boolean isCreation();

    /**
     * Whether a run before wrote it, or some of it, and did not get to record that: it is told of now, though the target
     * finds nothing to do.
     */
    boolean isOwed();
}
