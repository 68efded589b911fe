package dev.syncline.extension;

import dev.syncline.page.Page;
import dev.syncline.page.RunContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a kind of record needs beyond being read, judged, delivered and recorded. An extension is a CDI bean with a name; it
 * extends the routes that go through a Camel route whose parameter {@code extension} is that name. One that does not say
 * otherwise does nothing.
 */
public interface PageExtension {
    /** Of routes that nothing extends. */
    PageExtension NONE = new PageExtension() {};

    /**
     * Prepares a page after it was read and before it is judged: its rows get the fields that the target is to have, a mark
     * where they are not to go there, and the change that they make. Rows that do not fit in memory together are left for the
     * next page.
     */
    default Page prepare(Page page, RunContext run) throws Exception {
        return page;
    }

    /**
     * Called once a page, before the first of these records is sent, and not in dry runs. What it writes must be committed when
     * it returns.
     */
    default void beforeSending(RunContext run, List<PageRecord> records) throws SQLException {}

    /**
     * Called at the end of the transaction that records a page, and not in dry runs. What it writes by this connection is
     * recorded with the page, or not at all.
     */
    default void recorded(Connection hub, RecordedPage page) throws SQLException {}

    /**
     * Whether what it makes of a row depends on what the target holds. That the row is as it was delivered does not mean, then,
     * that the target is in step, and the source alone cannot be compared with the target.
     */
    default boolean dependsOnTarget() {
        return false;
    }

    /**
     * Whether the rows that it answers are whole, so that none of them is read again with its children to be judged. An
     * extension that changes fields must say so, as what is read again is not prepared.
     */
    default boolean preparesWholeRecords() {
        return false;
    }
}
