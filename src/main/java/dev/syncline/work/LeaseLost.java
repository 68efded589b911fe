package dev.syncline.work;

/** A write came too late: the item has another owner by now, or has ended. */
public class LeaseLost extends RuntimeException {
    /** @param noun what the kind of work calls an item */
    public LeaseLost(String noun, long id) {
        super(noun + " " + id + " is not this process's any more");
    }
}
