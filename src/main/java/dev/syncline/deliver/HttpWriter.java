package dev.syncline.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.deliver.Answer.Result;
import dev.syncline.judge.Judged;
import dev.syncline.judge.Verdict;
import dev.syncline.route.Catalog;
import dev.syncline.system.HttpCall;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** Turns a batch into the call that an HTTP target wants, and its answer into one answer a record. */
@ApplicationScoped
@Named("httpWriter")
@RegisterForReflection
public class HttpWriter {
    private final HttpCall calls;
    private final Catalog catalog;
    private final ObjectMapper json;
    private final Map<String, HttpTarget> targets = new ConcurrentHashMap<>();

    HttpWriter(HttpCall calls, Catalog catalog, ObjectMapper json) {
        this.calls = calls;
        this.catalog = catalog;
        this.json = json;
    }

    public void request(@ExchangeProperty("batch") Batch batch, Exchange exchange) {
        HttpTarget target = target(batch);
        String path = target.call().replace("{path}", batch.run().route().targetPath());
        calls.prepare(exchange, target.system(), target.method(), path);
        exchange.getMessage().setBody(body(target, batch.records()));
    }

    /** @throws InvalidAnswer when the answer is no JSON, or not what the target's parameters say */
    public void answers(@ExchangeProperty("batch") Batch batch, @Body byte[] body, Exchange exchange) {
        HttpTarget target = target(batch);
        calls.answered(exchange, target.system());
        JsonNode answer;
        try {
            answer = json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new InvalidAnswer(target.system(), "no JSON", new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        JsonNode results = answer.path(target.results());
        if (!results.isArray()) {
            throw new InvalidAnswer(
                    target.system(), "no list '" + target.results() + "'", new String(body, StandardCharsets.UTF_8));
        }
        Map<String, Answer> byKey = new HashMap<>(batch.records().size() * 2);
        Map<String, Judged> sent = new HashMap<>(batch.records().size() * 2);
        batch.records().forEach(record -> sent.put(record.key(), record));
        for (JsonNode result : results) {
            String key = result.path(target.key()).asText();
            byKey.put(key, target.answer(result, sent.get(key)));
        }
        if (!target.errors().isEmpty()) {
            for (JsonNode error : answer.path(target.errors())) {
                byKey.put(error.path(target.key()).asText(), new Answer(Result.REFUSED, null, target.reason(error)));
            }
        }
        List<Answer> answers = new ArrayList<>(batch.records().size());
        for (Judged record : batch.records()) {
            answers.add(byKey.getOrDefault(
                    record.key(),
                    new Answer(
                            Result.REFUSED, null, "System " + target.system() + " answered without a result for it")));
        }
        batch.answer(answers);
    }

    private HttpTarget target(Batch batch) {
        String system = batch.run().route().target();
        return targets.computeIfAbsent(system, s -> HttpTarget.of(catalog.parametersOf(s + ".write")));
    }

    private static byte[] body(HttpTarget target, List<Judged> records) {
        try (ByteArrayBuilder body = new ByteArrayBuilder(records.size() * 512)) {
            body.write('{');
            name(body, target.records());
            body.write('[');
            for (int i = 0; i < records.size(); i++) {
                if (i > 0) {
                    body.write(',');
                }
                record(body, target, records.get(i));
            }
            body.write(']');
            body.write('}');
            return body.toByteArray();
        }
    }

    private static void record(ByteArrayBuilder body, HttpTarget target, Judged record) {
        body.write('{');
        text(body, target.key(), record.key());
        if (!target.idempotencyKey().isEmpty()) {
            body.write(',');
            text(body, target.idempotencyKey(), record.idempotencyKey());
        }
        String operation = record.verdict() == Verdict.UPSERT
                ? target.upsert()
                : record.verdict().name().toLowerCase();
        if (!operation.isEmpty()) {
            body.write(',');
            text(body, target.operation(), operation);
        }
        if (record.verdict() == Verdict.UPSERT) {
            byte[] content = record.content();
            if (!target.data().isEmpty()) {
                body.write(',');
                name(body, target.data());
                body.write(content, 0, content.length);
            } else if (content.length > 2) {
                body.write(',');
                body.write(content, 1, content.length - 2); // the fields without their braces
            }
        }
        body.write('}');
    }

    private static void text(ByteArrayBuilder body, String name, String value) {
        name(body, name);
        quoted(body, value);
    }

    private static void name(ByteArrayBuilder body, String name) {
        quoted(body, name);
        body.write(':');
    }

    private static void quoted(ByteArrayBuilder body, String value) {
        body.write('"');
        byte[] bytes = JsonStringEncoder.getInstance().quoteAsUTF8(value);
        body.write(bytes, 0, bytes.length);
        body.write('"');
    }
}
