package dev.syncline.work;

/** A part with the item that it is of. */
public record ItemPart<T extends WorkItem>(T item, WorkPart part) {
    /** The part's number; what a process holds, and what its calls and cursors go by. */
    public long number() {
        return part.id;
    }

    public int fence() {
        return part.fence;
    }
}
