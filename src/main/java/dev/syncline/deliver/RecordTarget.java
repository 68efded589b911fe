package dev.syncline.deliver;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.syncline.judge.Judged;
import dev.syncline.judge.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * How an HTTP target that takes one record a call wants it, and words its answer: the parameters of the template {@code
 * http-write-each}.
 */
record RecordTarget(Map<String, String> words) {
    /** Whether these are the parameters of a target that takes one record a call. */
    static boolean is(Map<String, String> parameters) {
        return parameters.containsKey("create");
    }

    /**
     * Returns the call for a record.
     *
     * @param batch of the record: the target may have been asked for it, or may have said that it does not have it any more
     * @return null if the target has no call for that
     */
    RecordCall call(Judged record, Batch batch) {
        String template =
                switch (record.verdict()) {
                    case DELETE -> word("delete");
                    case DEACTIVATE -> word("deactivate");
                    default -> {
                        boolean isNew = batch.isRecreated() || record.isCreation() && !batch.isFound();
                        yield isNew || word("update").isEmpty() ? word("create") : word("update");
                    }
                };
        return template.isBlank() ? null : new RecordCall(template.strip());
    }

    /** Returns the body of the call for a record; null if it has none. */
    byte[] body(Judged record) {
        if (record.verdict() != Verdict.UPSERT) {
            String text = record.verdict() == Verdict.DEACTIVATE ? word("inactive") : "";
            return text.isBlank() ? null : text.getBytes(StandardCharsets.UTF_8);
        }
        if (word("data").isEmpty()) {
            return record.content();
        }
        byte[] content = record.content();
        try (ByteArrayBuilder body = new ByteArrayBuilder(content.length + 64)) {
            body.write('{');
            body.write('"');
            body.write(JsonStringEncoder.getInstance().quoteAsUTF8(word("data")));
            body.write('"');
            body.write(':');
            body.write(content);
            body.write('}');
            return body.toByteArray();
        }
    }

    String contentType() {
        return word("contentType");
    }

    /** Returns the header that holds the idempotency key; empty if the target knows none. */
    String idempotencyHeader() {
        return word("idempotencyHeader");
    }

    /** Whether a record that an update does not find is created anew. */
    boolean recreates() {
        return word("recreate").equals("true");
    }

    /** Whether 202 says that a record is there. */
    boolean takesAccepted() {
        return word("accepted").equals("true");
    }

    String word(String name) {
        return words.getOrDefault(name, "");
    }
}
