package dev.syncline.record;

/** A write came too late: the run has another owner by now, or is over. */
public class Fenced extends RuntimeException {
    public Fenced(long runId) {
        super("Run " + runId + " is not this process's any more");
    }
}
