package dev.syncline.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.deliver.Answer.Result;
import dev.syncline.judge.Judged;
import java.util.Map;
import java.util.StringJoiner;

/** How an HTTP target wants its calls and words its answers: the parameters of the template {@code http-write}. */
record HttpTarget(
        String system,
        String call,
        String method,
        String records,
        String key,
        String idempotencyKey,
        String operation,
        String upsert,
        String data,
        String results,
        String errors,
        String status,
        String reason,
        String ref,
        String lookup) {

    static HttpTarget of(Map<String, String> p) {
        return new HttpTarget(
                p.get("system"),
                p.get("call"),
                p.get("method"),
                p.get("records"),
                p.get("key"),
                p.get("idempotencyKey"),
                p.get("operation"),
                p.get("upsert"),
                p.get("data"),
                p.get("results"),
                p.get("errors"),
                p.get("status"),
                p.get("reason"),
                p.get("ref"),
                p.get("lookup"));
    }

    /** @param sent the record that the result is for; null when none with its key was sent */
    Answer answer(JsonNode result, Judged sent) {
        String targetRef = result.path(ref).asText(null);
        if (status.isEmpty()) {
            return new Answer(unsaid(sent), targetRef, null);
        }
        String word = result.path(status).asText();
        return switch (word) {
            case "created" -> new Answer(Result.CREATED, targetRef, null);
            case "updated" -> new Answer(Result.UPDATED, targetRef, null);
            case "unchanged" -> new Answer(Result.UNCHANGED, targetRef, null);
            case "deleted", "deactivated" -> new Answer(Result.DELETED, targetRef, null);
            case "refused" -> new Answer(Result.REFUSED, targetRef, reason(result)).certain(true);
            default ->
                new Answer(
                        Result.REFUSED,
                        targetRef,
                        "System " + system + " answered with the unknown status '" + word + "'");
        };
    }

    /** What a target that only says that it took a record did with it. */
    private static Result unsaid(Judged sent) {
        if (sent != null && !sent.verdict().equals(dev.syncline.judge.Verdict.UPSERT)) {
            return Result.DELETED;
        }
        return sent != null && sent.known() != null && sent.known().isDelivered() ? Result.UPDATED : Result.CREATED;
    }

    /** The target's own words, also where it lists them by field. */
    String reason(JsonNode result) {
        String words = words(result.path(reason));
        return words.isEmpty() ? "Refused without a reason" : words;
    }

    private static String words(JsonNode node) {
        if (node.isObject()) {
            StringJoiner words = new StringJoiner("; ");
            node.properties().forEach(field -> words.add(field.getKey() + " " + words(field.getValue())));
            return words.toString();
        } else if (node.isArray()) {
            StringJoiner words = new StringJoiner(", ");
            node.forEach(element -> words.add(words(element)));
            return words.toString();
        }
        return node.asText("");
    }
}
