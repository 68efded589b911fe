package dev.syncline.deliver;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.json.Element;
import dev.syncline.json.Escaped;
import dev.syncline.judge.Judged;
import dev.syncline.judge.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * How an HTTP target wants its calls and words its answers: the parameters of the template {@code http-write}.
 *
 * @param each how it wants records if it takes one a call, by {@code http-write-each}; null if it takes batches
 */
record HttpTarget(String system, Calls calls, Words words, Results results, RecordTarget each) {
    /** Where and how it is called; a look-up is empty where it takes none. */
    record Calls(String batch, String method, String lookup) {}

    /** What it calls the parts of a call. */
    record Words(String records, String key, String idempotencyKey, String operation, String upsert, String data) {}

    /** What it calls the parts of its answer. */
    record Results(String list, String errors, String status, String reason, String ref) {}

    /** Nobody has an id that long; it is stored with the record. */
    static final int LONGEST_REF = 1_000;

    static HttpTarget of(Map<String, String> p) {
        return new HttpTarget(
                p.get("system"),
                new Calls(p.get("call"), p.get("method"), p.get("lookup")),
                new Words(
                        p.get("records"),
                        p.get("key"),
                        p.get("idempotencyKey"),
                        p.get("operation"),
                        p.get("upsert"),
                        p.get("data")),
                new Results(p.get("results"), p.get("errors"), p.get("status"), p.get("reason"), p.get("ref")),
                RecordTarget.is(p) ? new RecordTarget(p) : null);
    }

    /** @param sent the record that the result is for; null when none with its key was sent */
    Answer answer(Element result, Judged sent) {
        String targetRef = ref(result);
        if (results.status().isEmpty()) {
            return new Answer(unsaid(sent), targetRef, null);
        }
        Object said = result.field(results.status());
        String word = said instanceof String text ? text.strip().toLowerCase(Locale.ROOT) : "";
        boolean isUpsert = sent == null || sent.verdict() == Verdict.UPSERT;
        if (word.equals(isUpsert ? "deleted" : "created")) {
            return Answer.refusedForNow("System " + system + " answered '" + word + "' when it was asked to "
                    + (isUpsert ? "take it" : sent.verdict().name().toLowerCase(Locale.ROOT) + " it")
                    + ". Look whether it has it now, and whether it knows the operation that it is sent in '"
                    + words.operation()
                    + "'");
        }
        return switch (word) {
            case "created" -> new Answer(Result.CREATED, targetRef, null);
            case "updated" -> new Answer(Result.UPDATED, targetRef, null);
            case "unchanged" -> new Answer(Result.UNCHANGED, targetRef, null);
            case "deleted" -> new Answer(Result.DELETED, targetRef, null);
            case "deactivated" -> new Answer(isUpsert ? Result.UPDATED : Result.DELETED, targetRef, null);
            case "refused" -> new Answer(Result.REFUSED, targetRef, reason(result)).certain(true);
            default ->
                new Answer(
                        Result.REFUSED,
                        targetRef,
                        "System " + system + " answered with the unknown status '" + Refusal.bounded(words(said))
                                + "'. Known are created, updated, unchanged, deleted, deactivated and refused; have the"
                                + " parameter status of its http-write empty where it tells none of them",
                        true,
                        false);
        };
    }

    /** The target's own id of the record; null where it does not tell. */
    String ref(Element result) {
        Object said = result.field(results.ref());
        return said == null || said instanceof Map || said instanceof List
                ? null
                : Escaped.bounded(said.toString(), LONGEST_REF);
    }

    /** The record that the result is for, as the target names it; null where it does not. */
    String key(Element result) {
        Object said = result.field(words.key());
        return said == null || said instanceof Map || said instanceof List ? null : said.toString();
    }

    /** What a target that only says that it took a record did with it. */
    private static Result unsaid(Judged sent) {
        if (sent != null && sent.verdict() != Verdict.UPSERT) {
            return Result.DELETED;
        }
        return sent != null && sent.known() != null && sent.known().isDelivered() ? Result.UPDATED : Result.CREATED;
    }

    /** The target's own words, also where it lists them by field. */
    String reason(Element result) {
        String words = Refusal.bounded(words(result.field(results.reason())));
        return words.isEmpty() ? "Refused without a reason" : words;
    }

    static String words(Object said) {
        if (said instanceof Map<?, ?> map) {
            StringJoiner words = new StringJoiner("; ");
            map.forEach((name, value) -> words.add(name + " " + words(value)));
            return words.toString();
        } else if (said instanceof List<?> list) {
            StringJoiner words = new StringJoiner(", ");
            list.forEach(element -> words.add(words(element)));
            return words.toString();
        }
        return said == null ? "" : said.toString();
    }
}
