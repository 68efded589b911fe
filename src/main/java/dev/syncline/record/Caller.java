package dev.syncline.record;

/** Where the call comes from that is being answered. */
public interface Caller {
    /** Null where no call is: the program does it by itself. */
    String address();
}
