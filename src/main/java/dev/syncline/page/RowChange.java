package dev.syncline.page;

import java.util.List;

/** What a row changes at its target, where that is known before it is judged. */
public interface RowChange {
    /**
     * The version of the target's record that the row was made for; null where it was made for none. A target that counts
     * versions does not take the row when it has another one by then.
     */
    String base();

    /** The same for whatever version the target has: somebody edited the row. */
    RowChange withoutBase();

    /** What the document log names, in words of this kind of record: {@code status, quantity}. */
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
