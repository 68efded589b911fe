package dev.syncline.work;

/** A part with its item. */
public record ItemPart<T extends WorkItem>(T item, WorkPart part) {
    /** Returns the part's number, by which leases, calls and cursors are identified. */
    public long number() {
        return part.id;
    }

    public int fence() {
        return part.fence;
    }
}
