package dev.syncline.record;

import java.sql.Connection;
import java.sql.SQLException;

/** Keeps something of its own in step with what is delivered; the routes are those whose pages are settled. */
public interface PageFollower {
    /**
     * Called in the page's transaction, with the records of {@link PageResult#current()} at the target, and those of
     * {@link PageResult#unwritten()} not written by it.
     */
    void follow(Connection hub, PageResult page) throws SQLException;
}
