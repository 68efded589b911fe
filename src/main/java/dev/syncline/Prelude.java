package dev.syncline;

/**
 * Something that runs before the program starts, found by {@link java.util.ServiceLoader}. The sandbox starts its
 * database here and says where it is, through system properties; a production package has none.
 */
public interface Prelude {
    void start();
}
