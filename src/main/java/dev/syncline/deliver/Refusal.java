package dev.syncline.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.json.Escaped;
import dev.syncline.secret.Secrets;
import java.util.List;
import org.apache.camel.http.base.HttpOperationFailedException;

/** A target's refusal of a whole call, in its own words: a problem's detail (RFC 9457), or how its body begins. */
final class Refusal {
    private static final int LONGEST = 500;
    private static final List<String> WORDS = List.of("detail", "title", "message", "error");

    private Refusal() {}

    static String words(HttpOperationFailedException refusal, ObjectMapper json) {
        String body = refusal.getResponseBody() == null
                ? ""
                : refusal.getResponseBody().strip();
        String words = bounded(detail(body, json));
        return words.isEmpty() ? "The target answered " + refusal.getStatusCode() : words;
    }

    /** As much of a target's words as is kept. */
    static String bounded(String words) {
        return Escaped.bounded(Secrets.masked(words), LONGEST);
    }

    private static String detail(String body, ObjectMapper json) {
        try {
            JsonNode problem = json.readTree(body);
            for (String word : WORDS) {
                if (problem.path(word).isTextual()
                        && !problem.path(word).asText().isBlank()) {
                    return problem.path(word).asText();
                }
            }
        } catch (JsonProcessingException e) {
            // no JSON: its text says it
        }
        return body;
    }
}
