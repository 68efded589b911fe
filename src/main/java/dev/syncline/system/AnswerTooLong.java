package dev.syncline.system;

import java.io.IOException;

/** An answer is longer, or takes longer, than the system's configuration allows. */
public class AnswerTooLong extends IOException {
    private AnswerTooLong(String system, String problem, String setting) {
        super("An answer of system " + system + " " + problem + ". Make the route's pages or batches smaller, or set"
                + " syncline.systems." + system + "." + setting + " higher");
    }

    static AnswerTooLong size(String system, long bytes) {
        return new AnswerTooLong(system, "has more than " + bytes + " bytes", "longest-answer");
    }

    static AnswerTooLong time(String system) {
        return new AnswerTooLong(system, "does not come to an end", "query-timeout");
    }
}
