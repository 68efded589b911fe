package dev.syncline.supplier;

/** Which runs this process carries out. */
public interface OwnRuns {
    /**
     * Whether a run is this process's still, and is to go on: nobody has cancelled it, nor is the process ending.
     *
     * @param run 0 or below for what is no run
     */
    boolean goesOn(long run);
}
