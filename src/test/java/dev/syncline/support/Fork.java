package dev.syncline.support;

import java.nio.file.Path;

/** Which of the processes that run tests side by side this one is. */
public final class Fork {
    private Fork() {}

    /** A folder under {@code target} that is this process's own. */
    public static Path folder(String name) {
        return Path.of("target", System.getProperty("syncline.test.fork", "fork-1"), name)
                .toAbsolutePath();
    }
}
