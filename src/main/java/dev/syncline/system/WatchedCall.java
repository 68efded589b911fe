package dev.syncline.system;

/** A call that is being watched. */
public interface WatchedCall extends AutoCloseable {
    /** Reports that the call has completed a part of its work: the times count anew from now. */
    void progressed();

    /** Returns the exception with which the call must fail, as it was cut off; null if it was not. */
    RuntimeException why();

    @Override
    void close();
}
