package dev.syncline.system.http;

import java.io.IOException;
import java.time.Duration;

/** Thrown when an answer is longer, or takes longer, than the configuration allows; the message names the setting. */
public class AnswerTooLong extends IOException {
    private AnswerTooLong(String system, String problem) {
        super("An answer of system " + system + " " + problem);
    }

    static AnswerTooLong size(String system, long bytes) {
        return new AnswerTooLong(
                system,
                "has more than " + bytes + " bytes" + smaller("syncline.systems." + system + ".longest-answer"));
    }

    static AnswerTooLong time(String system) {
        return new AnswerTooLong(system, "took too long" + smaller("syncline.systems." + system + ".query-timeout"));
    }

    static AnswerTooLong disk(String system, long bytes) {
        return new AnswerTooLong(
                system,
                "has more than " + bytes + " bytes, the most that all answers together may have on the disk"
                        + smaller("syncline.answers.disk"));
    }

    /** @param kind the room that was not available, {@code memory} or {@code disk} */
    static AnswerTooLong noRoom(String system, Duration waited, String kind) {
        return new AnswerTooLong(
                system,
                "found no room for " + waited.toSeconds() + " seconds: answers of other calls take all of the " + kind
                        + " that answers may have. Have fewer routes run at a time, or set syncline.answers." + kind
                        + " higher");
    }

    static AnswerTooLong notKept(String system, IOException problem) {
        AnswerTooLong failure = new AnswerTooLong(
                system,
                "cannot be kept in the folder " + System.getProperty("java.io.tmpdir") + ": " + problem.getMessage()
                        + ". Make room there, or set syncline.answers.disk lower");
        failure.initCause(problem);
        return failure;
    }

    private static String smaller(String setting) {
        return ". Make the route's pages or batches smaller, or set " + setting + " higher";
    }
}
