package dev.syncline.work;

/** Whose a part of an item is. */
public interface Ownership {
    /**
     * Whether this process is to continue with a part: it is its own, nobody has cancelled its item, and the process is not
     * ending. False for the number 0, which is no part's.
     */
    boolean isToContinue(long part);
}
