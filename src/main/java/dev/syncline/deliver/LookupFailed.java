package dev.syncline.deliver;

import dev.syncline.json.Escaped;
import dev.syncline.secret.Secrets;

/** A target did not tell which records it has, so none may be sent to it. */
public class LookupFailed extends RuntimeException {
    LookupFailed(String system, String words) {
        super("System " + system + " did not answer which records it has: "
                + Escaped.bounded(Secrets.masked(words), 300) + ". See to its look-up; then run the route again");
    }
}
