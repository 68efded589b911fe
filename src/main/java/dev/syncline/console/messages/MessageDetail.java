package dev.syncline.console.messages;

import dev.syncline.console.frame.State;
import dev.syncline.console.frame.When;
import java.util.List;

/**
 * Who gets messages, as the page shows it.
 *
 * @param tested what a test message that was asked for came to; null if none was
 */
record MessageDetail(Tested tested, List<Row> rows) {

    record Tested(String name, State state, String reason) {}

    /**
     * @param about kinds, routes and sections, a line each
     * @param sentAt null before the first message
     * @param failedAt null if no message failed so far
     * @param test the address of the form that sends a test message
     */
    record Row(
            String name,
            String form,
            String to,
            List<String> about,
            String when,
            State state,
            String waiting,
            When sentAt,
            String error,
            When failedAt,
            String test) {}
}
