package dev.syncline.access;

/** More log-ins by one name from one address, or from all, wait to be checked than are kept. */
public class TooManyLogIns extends RuntimeException {
    TooManyLogIns() {
        super("Too many log-ins failed, and too many wait to be checked. Try again in some seconds");
    }
}
