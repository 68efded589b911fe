package dev.syncline.judge;

import dev.syncline.page.Page;
import dev.syncline.page.RunContext;
import dev.syncline.record.Edit;
import dev.syncline.rule.RuleBook;
import java.util.List;
import java.util.Set;

/** What {@link Judge} needs to know of a page that was read, and gives back. */
public interface PageToJudge {
    RunContext context();

    Page page();

    /** Returns the keys that several rows of the source have. */
    Set<String> duplicates();

    /** Returns the rules of the route. */
    RuleBook rules();

    /** Returns what is to be sent instead of what the source has of one record; null for nothing. */
    Edit edit();

    /**
     * Returns why the target is not told of records that are gone; empty if they were counted and are few enough, null if
     * nobody counted them.
     */
    String deletionsHeld();

    /** Whether most records are expected to be unchanged. */
    boolean isMostlyInStep();

    /** Whether the page was read deep; if not, records are read again that cannot be judged by what was read. */
    boolean isReadDeep();

    /**
     * Takes what was decided.
     *
     * @param taken the page, or its first rows; the others are left for the next page
     * @param verdicts one for each row that was taken, in their order
     */
    void judged(Page taken, List<Judged> verdicts);
}
