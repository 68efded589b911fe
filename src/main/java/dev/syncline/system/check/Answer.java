package dev.syncline.system.check;

import dev.syncline.secret.Secrets;
import dev.syncline.system.check.CheckResult.Outcome;
import java.time.Duration;
import java.util.Locale;

/** What a system answered to a check. */
record Answer(Outcome outcome, String text) {
    Answer {
        text = Secrets.masked(text);
    }

    static Answer silent(Duration longest) {
        return new Answer(
                Outcome.TIMED_OUT,
                "No answer within " + longest.toString().substring(2).toLowerCase(Locale.ROOT)
                        + ". Check whether it is up, and whether a firewall lets this program reach it");
    }

    /** Of a failure without an answer. */
    static Answer of(Exception failure) {
        Throwable cause = failure;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new Answer(
                Outcome.FAILED,
                failure.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage())
                        + ". Check its address, and whether it is up");
    }
}
