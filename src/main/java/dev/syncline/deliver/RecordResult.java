package dev.syncline.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.syncline.deliver.Answer.Result;
import dev.syncline.json.Element;
import dev.syncline.json.Escaped;
import dev.syncline.json.JsonAnswer;
import dev.syncline.judge.Judged;
import dev.syncline.judge.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What a target that takes one record a call answered, by its status, its fields and its headers. */
record RecordResult(HttpTarget target, long longest) {
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    /** @throws InvalidAnswer if it is no JSON, and something is to be found in it */
    Answer of(Judged record, Message message) {
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class);
        Element body = body(message);
        String ref = ref(body, message);
        if (status == ACCEPTED && !words().takesAccepted()) {
            return Answer.refusedForNow(
                    "System " + target.system() + " answered 202: it has taken the record and not done"
                            + " with it, so it is not known to be there. Set the parameter 'accepted' of its http-write-each to true"
                            + " if that is as good as done");
        }
        if (isRefused(body)) {
            String reason = Refusal.bounded(text(body.field(words().word("reason"))));
            return new Answer(Result.REFUSED, ref, reason.isEmpty() ? "Refused without a reason" : reason)
                    .certain(true);
        }
        return new Answer(result(record, status), ref, null);
    }

    private Result result(Judged record, int status) {
        if (record.verdict() != Verdict.UPSERT) {
            return Result.DELETED;
        }
        return status == CREATED || record.isCreation() ? Result.CREATED : Result.UPDATED;
    }

    /** Refused by an answer of success: a field says so, or a field that is only there then. */
    private boolean isRefused(Element body) {
        if (body.value() instanceof Map<?, ?> none && none.isEmpty()) {
            return false; // its status says it
        }
        String success = words().word("success");
        if (!success.isEmpty()) {
            Object said = body.field(success);
            return said == null || said.equals(false) || text(said).matches("(?i)false|0|error|failed|");
        }
        String error = words().word("error");
        Object said = error.isEmpty() ? null : body.field(error);
        return said != null
                && !said.equals(false)
                && !text(said).isBlank()
                && !(said instanceof List<?> none && none.isEmpty());
    }

    private String ref(Element body, Message message) {
        String field = words().word("ref");
        Object said = field.isEmpty() ? null : body.field(field);
        if (said != null && !(said instanceof Map) && !(said instanceof List)) {
            return Escaped.bounded(said.toString(), HttpTarget.LONGEST_REF);
        }
        String header = words().word("refHeader");
        String value = header.isEmpty() ? null : message.getHeader(header, String.class);
        if (value != null && !value.isBlank()) {
            return Escaped.bounded(value.strip(), HttpTarget.LONGEST_REF);
        }
        String location = message.getHeader("Location", String.class);
        if (location == null || location.isBlank()) {
            return null;
        }
        String path = location.strip().split("[?#]")[0].replaceAll("/+$", "");
        try {
            String segment = path.substring(path.lastIndexOf('/') + 1).replace("+", "%2B");
            return Escaped.bounded(URLDecoder.decode(segment, StandardCharsets.UTF_8), HttpTarget.LONGEST_REF);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Of a call that says enough by its status, the body may be anything. */
    private Element body(Message message) {
        byte[] bytes;
        try (InputStream body = JsonAnswer.body(message.getBody(InputStream.class))) {
            bytes = body.readNBytes((int) Math.min(longest, Integer.MAX_VALUE - 8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            boolean isBlank = new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
            return new Element(isBlank ? Map.of() : JsonAnswer.object(bytes), null, bytes.length);
        } catch (JsonProcessingException | ClassCastException e) {
            boolean isNeeded =
                    !words().word("success").isEmpty() || !words().word("error").isEmpty();
            if (isNeeded) {
                throw new InvalidAnswer(
                        target.system(), "no JSON object", JsonAnswer.beginning(new ByteArrayInputStream(bytes)));
            }
            return new Element(Map.of(), null, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Object said) {
        return said == null ? "" : HttpTarget.words(said);
    }

    private RecordTarget words() {
        return target.each();
    }
}
