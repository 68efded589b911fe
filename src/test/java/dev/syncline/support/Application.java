package dev.syncline.support;

/**
 * Marks the tests that start the application. They run in one process, which starts it once a profile; all others run in
 * two processes, side by side.
 */
public final class Application {
    public static final String TAG = "application";

    private Application() {}
}
