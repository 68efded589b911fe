package dev.syncline.deliver;

import dev.syncline.json.Escaped;

/** A target answered something that is no answer: not JSON, or without what its template's parameters name. */
public class InvalidAnswer extends RuntimeException {
    InvalidAnswer(String system, String problem, String body) {
        super("System " + system + " answered nonsense: " + problem + ". It sent: " + Escaped.bounded(body, 300));
    }
}
