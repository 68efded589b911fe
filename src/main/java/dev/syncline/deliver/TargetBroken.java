package dev.syncline.deliver;

/** A target answers with an error of its own to whatever is sent. */
public class TargetBroken extends RuntimeException {
    private TargetBroken(String message) {
        super(message);
    }

    TargetBroken(String system, int status, String words) {
        this("System " + system + " answered " + status + " to a batch, again and again, and to its parts: " + words
                + ". See to it; nothing is lost, the next run goes on from the watermark");
    }

    /** @param reason of the last record; that of the others was of the same kind */
    static TargetBroken denied(String system, String reason) {
        return new TargetBroken(
                "System " + system + " refused every record so far, for none of its values. The last one: " + reason
                        + ". Nothing is lost, the next run goes on from the watermark");
    }
}
