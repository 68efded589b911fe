package dev.syncline.console.audit;

import dev.syncline.console.frame.Choice;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/**
 * A page of the audit log, newest first.
 *
 * @param next the address of the next page; null at the end
 * @param first the address of the first page; null if this is it
 */
record AuditList(Asked asked, List<Choice> outcomes, List<Row> rows, String next, String first) {
    /** What was asked for, each empty if it was not. */
    record Asked(String who, String subject, String action, String from, String to) {}

    /**
     * @param subject what it was about
     * @param subjectAddress the page of that; null if it has none
     * @param detail the rest, a line each
     * @param from the address of who did it; empty for the program itself
     */
    record Row(
            When at,
            String who,
            String action,
            String subject,
            String subjectAddress,
            State outcome,
            List<String> detail,
            String from) {}
}
