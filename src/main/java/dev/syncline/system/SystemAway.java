package dev.syncline.system;

import java.time.Duration;
import java.util.Locale;

/** A system was away for longer than runs wait for it. */
public class SystemAway extends RuntimeException {
    SystemAway(String system, Duration patience, Throwable last) {
        super(
                "System " + system + " was away for longer than " + text(patience) + ", the last time with: "
                        + describe(last)
                        + ". See to it; nothing is lost, the next run goes on from the watermark. How long runs wait for it is"
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
