package dev.syncline.work;

/** Whose an item is. */
public interface Ownership {
    /**
     * Whether this process is to continue with an item: it is its own, nobody has cancelled it, and the process is not
     * ending. False for the number 0, which is no item's.
     */
    boolean isToContinue(long item);
}
