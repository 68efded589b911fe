package dev.syncline.console.runs;

import dev.syncline.console.frame.State;
import java.util.List;

/**
 * How far a run is; the part of its page that is sent anew whenever it changes.
 *
 * @param headline how it stands, in words
 * @param reason the reason of its state; may be empty
 * @param done how many of how many records, how fast, and how long it takes
 * @param bars parts of a bar of the width 1,000
 */
record RunProgress(
        String headline,
        State state,
        String reason,
        String percent,
        String done,
        List<Bar> bars,
        List<Count> counts,
        String read) {
    record Bar(String tone, long x, long width) {}

    /** @param emphasis CSS class that marks a fault; else empty */
    record Count(String number, String what, String emphasis) {}
}
