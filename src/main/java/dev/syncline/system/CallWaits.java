package dev.syncline.system;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** How the calls of a run wait. */
public interface CallWaits {
    /**
     * Waits until then. The wait ends early, with an exception, when the run is cancelled or lost, or the program stops.
     *
     * @param run number of the run that the call belongs to
     * @param shown whether the run shows meanwhile that it waits
     */
    void await(long run, Instant until, boolean shown);

    /**
     * Waits until somebody opens the latch, for as long as until then. The wait ends early, with an exception, when the run
     * is cancelled or lost, or the program stops. The run shows it where it lasts.
     *
     * @param run number of the run that the call belongs to
     */
    void await(long run, Instant until, CountDownLatch opened);

    /**
     * Watches over a call that goes on, until that is closed.
     *
     * @param run number of the run that the call belongs to
     * @param call what is done when
     * @param cutOff ends this call and all others that are watched for the run, as that is cancelled or lost; done again
     *     while the call is not over
     */
    Watched watch(long run, Call call, Runnable cutOff);

    /**
     * A call that goes on.
     *
     * @param heedsFrom from when on it is cut off if its run is cancelled or lost
     * @param showsFrom from when on the run shows that it waits for it
     * @param until when it ends at the latest
     */
    record Call(Instant heedsFrom, Instant showsFrom, Instant until) {}

    /** A call that is watched over. */
    interface Watched extends AutoCloseable {
        /** The call has done a part of its work: it is waited for from now on. */
        void progressed();

        /** What the call is to fail by, as it was cut off; null when it was not. */
        RuntimeException why();

        @Override
        void close();
    }
}
