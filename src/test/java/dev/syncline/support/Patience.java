package dev.syncline.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for a condition as long as a busy machine may need for it: many times what an idle one does. */
public final class Patience {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private Patience() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LONGEST);
    }

    /** @param awaited what is said to be missing in the end */
    public static ConditionFactory await(String awaited) {
        return Awaitility.await(awaited).atMost(LONGEST);
    }
}
