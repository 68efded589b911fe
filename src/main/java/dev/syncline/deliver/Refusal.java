package dev.syncline.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
        String words = detail(body, json).replace('\0', ' ');
        if (words.isEmpty()) {
            return "The target answered " + refusal.getStatusCode();
        }
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
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
