package dev.syncline.deliver;

import dev.syncline.judge.Judged;
import dev.syncline.page.RunContext;
import java.sql.SQLException;
import java.util.List;

/** Remembers what is about to be sent; of routes whose pages are settled before they are judged. */
public interface BeforeSending {
    /**
     * Called once a page, before the first of these records goes out, and not for dry runs. What it writes is to be
     * committed when it returns.
     */
    void remember(RunContext run, List<Judged> records) throws SQLException;
}
