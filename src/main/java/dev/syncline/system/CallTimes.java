package dev.syncline.system;

import java.time.Instant;

/**
 * The times that apply to a call in progress.
 *
 * @param system that it calls
 * @param heedsFrom from when on the call is cut off if its run is cancelled or its lease is lost
 * @param showsFrom from when on the run shows that it is waiting
 * @param until when the call ends at the latest
 */
public record CallTimes(String system, Instant heedsFrom, Instant showsFrom, Instant until) {}
