package dev.syncline.deliver;

/** A target answers with an error of its own to whatever is sent. */
public class TargetBroken extends RuntimeException {
    TargetBroken(String system, int status, String words) {
        super("System " + system + " answered " + status + " to a batch, again and again, and to its parts: " + words
                + ". See to it; nothing is lost, the next run goes on from the watermark");
    }
}
