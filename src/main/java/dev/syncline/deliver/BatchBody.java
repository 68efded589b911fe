package dev.syncline.deliver;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.syncline.judge.Judged;
import dev.syncline.judge.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The body of a call that delivers a batch: contents are taken over as they were hashed, and not written again. */
final class BatchBody {
    private final HttpTarget target;
    private final byte[] head;
    private final byte[] key;
    private final byte[] idempotencyKey;
    private final byte[] operation;
    private final byte[] data;

    BatchBody(HttpTarget target) {
        this.target = target;
        head = bytes("{\"" + quoted(target.words().records()) + "\":[");
        key = bytes("{\"" + quoted(target.words().key()) + "\":\"");
        idempotencyKey = bytes("\",\"" + quoted(target.words().idempotencyKey()) + "\":\"");
        operation = bytes("\",\"" + quoted(target.words().operation()) + "\":\"");
        data = bytes(",\"" + quoted(target.words().data()) + "\":");
    }

    byte[] of(List<Delivery> records) {
        int size = 64 + records.size() * 160;
        for (Delivery delivery : records) {
            size += delivery.record().content().length;
        }
        try (ByteArrayBuilder body = new ByteArrayBuilder(size)) {
            body.write(head);
            for (int i = 0; i < records.size(); i++) {
                if (i > 0) {
                    body.append(',');
                }
                append(body, records.get(i).record());
            }
            body.append(']');
            body.append('}');
            return body.toByteArray();
        }
    }

    private void append(ByteArrayBuilder body, Judged record) {
        boolean isUpsert = record.verdict() == Verdict.UPSERT;
        body.write(key);
        body.write(JsonStringEncoder.getInstance().quoteAsUTF8(record.key()));
        if (!target.words().idempotencyKey().isEmpty()) {
            body.write(idempotencyKey);
            body.write(bytes(record.idempotencyKey()));
        }
        String word =
                isUpsert ? target.words().upsert() : record.verdict().name().toLowerCase(Locale.ROOT);
        if (!word.isEmpty()) {
            body.write(operation);
            body.write(JsonStringEncoder.getInstance().quoteAsUTF8(word));
        }
        body.append('"');
        byte[] content = record.content();
        if (isUpsert && !target.words().data().isEmpty()) {
            body.write(data);
            body.write(content);
        } else if (isUpsert && content.length > 2) {
            body.append(',');
            body.write(content, 1, content.length - 2); // the fields without their braces
        }
        body.append('}');
    }

    private static String quoted(String name) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
