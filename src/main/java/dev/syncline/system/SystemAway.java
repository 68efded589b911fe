package dev.syncline.system;

import java.time.Duration;
import java.util.Locale;

/** Thrown when a system was away for longer than its {@code patience}. */
public class SystemAway extends RuntimeException {
    public SystemAway(String system, Duration patience, Throwable last) {
        super(
                "System " + system + " was away for longer than " + text(patience) + ", the last time with: "
                        + describe(last)
                        + ". Check the system; nothing is lost, the next run continues from the watermark. How long runs wait is set by"
                        + " syncline.systems." + system + ".patience",
                last);
    }

    private static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static String describe(Throwable last) {
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }
}
