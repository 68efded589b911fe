package dev.syncline.system;

import java.time.Instant;

/** How the calls of a run wait. */
public interface RunWaits {
    /**
     * Waits until then. The wait ends early, with an exception, when the run is cancelled or lost, or the program stops.
     *
     * @param run number of the run that the call belongs to
     * @param shown whether the run shows meanwhile that it waits
     */
    void await(long run, Instant until, boolean shown);
}
