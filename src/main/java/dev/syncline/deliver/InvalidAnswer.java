package dev.syncline.deliver;

/** A target answered something that is no answer: not JSON, or without what its template's parameters name. */
public class InvalidAnswer extends RuntimeException {
    InvalidAnswer(String system, String problem, String body) {
        super("System " + system + " answered nonsense: " + problem + ". It sent: "
                + body.substring(0, Math.min(body.length(), 300)));
    }
}
