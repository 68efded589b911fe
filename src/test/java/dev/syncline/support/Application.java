package dev.syncline.support;

/**
 * Marks the tests that start the application. They run in two processes, which start it once a profile; all others run
 * before them.
 */
public final class Application {
    public static final String TAG = "application";

    private Application() {}
}
