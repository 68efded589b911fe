package dev.syncline;

/**
 * Runs before the program starts; found by {@link java.util.ServiceLoader}. The sandbox starts its database here, and
 * sets its address as system properties; a production package has none.
 */
public interface Prelude {
    void start();
}
