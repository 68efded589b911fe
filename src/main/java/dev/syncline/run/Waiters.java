package dev.syncline.run;

import java.util.OptionalLong;

/** A kind of work whose calls may have to wait for a system. */
public interface Waiters {
    /** The number of the work that a call is made for; empty where it is none of this kind. */
    OptionalLong of(long caller);

    /** Where it shows that it waits. */
    WaitingRows rows();

    /** What its calls fail by when somebody has cancelled it. */
    RuntimeException cancelled(long id);

    /** What its calls fail by when it is over, or another process's. */
    RuntimeException lost(long id);
}
