package dev.syncline.deliver;

import dev.syncline.json.Escaped;
import dev.syncline.secret.Secrets;

/** A target answered something that is no answer: not JSON, or without what its template's parameters name. */
public class InvalidAnswer extends RuntimeException {
    InvalidAnswer(String system, String problem, String body) {
        super("System " + system + " answered nonsense: " + problem + ". It sent: "
                + Escaped.bounded(Secrets.masked(body), 300));
    }
}
