package dev.syncline.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.deliver.Answer.Result;
import dev.syncline.judge.Judged;
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
        exchange.getMessage().setBody(new BatchBody(target).of(batch.records()));
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
}
