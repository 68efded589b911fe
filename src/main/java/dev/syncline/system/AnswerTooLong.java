package dev.syncline.system;

import java.io.IOException;
import java.time.Duration;

/** An answer is longer, or takes longer, than the configuration allows; it says what to set. */
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
        return new AnswerTooLong(
                system, "does not come to an end" + smaller("syncline.systems." + system + ".query-timeout"));
    }

    static AnswerTooLong disk(String system, long bytes) {
        return new AnswerTooLong(
                system,
                "has more than " + bytes + " bytes, which is what all answers together may have on the disk"
                        + smaller("syncline.answers.disk"));
    }

    /** @param kind of what there was no room, {@code memory} or {@code disk} */
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
