package dev.syncline.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.deliver.Answer.Result;
import dev.syncline.judge.Judged;
import dev.syncline.record.Intents;
import dev.syncline.system.HttpCall;
import dev.syncline.system.Outages;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/**
 * Keeps a target that can only create from creating twice: it is written down that records are about to be sent, and what
 * was so before, and never answered, is asked for before it is sent again.
 */
@ApplicationScoped
@Named("lookups")
@RegisterForReflection
public class Lookups {
    private final HttpTargets targets;
    private final HttpCall calls;
    private final Intents intents;
    private final ObjectMapper json;

    Lookups(HttpTargets targets, HttpCall calls, Intents intents, ObjectMapper json) {
        this.targets = targets;
        this.calls = calls;
        this.intents = intents;
        this.json = json;
    }

    /** Whether the target is to be asked which records it has, before the next call of the batch. */
    public boolean areNeeded(@ExchangeProperty("batch") Batch batch) throws SQLException {
        if (targets.of(batch).lookup().isEmpty()) {
            return false;
        }
        if (!batch.isIntended()) {
            List<Judged> creations = batch.creations();
            batch.intend(intents.write(
                    batch.run().routeNumber(),
                    batch.run().id(),
                    creations.stream().map(Judged::key).toList(),
                    creations.stream().map(Judged::idempotencyKey).toList()));
        }
        return !batch.uncertain().isEmpty();
    }

    public void request(@ExchangeProperty("batch") Batch batch, Exchange exchange) throws JsonProcessingException {
        HttpTarget target = targets.of(batch);
        String path = target.lookup().replace("{path}", batch.run().route().targetPath());
        exchange.setProperty(Outages.GOES_ALONE, false);
        calls.prepare(exchange, target.system(), batch.run().id(), "POST", path);
        ArrayNode keys = json.createArrayNode();
        batch.uncertain().forEach(record -> keys.add(record.key()));
        ObjectNode body = json.createObjectNode();
        body.set("keys", keys);
        exchange.getMessage().setBody(json.writeValueAsBytes(body));
    }

    /**
     * Takes the target's answer: what it has is as good as created.
     *
     * @throws LookupFailed when it does not answer what it has: nothing may be sent then
     */
    public void found(@ExchangeProperty("batch") Batch batch, Exchange exchange) {
        HttpTarget target = targets.of(batch);
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (failure != null) {
            throw new LookupFailed(target.system(), failure.getMessage());
        }
        byte[] body = exchange.getMessage().getBody(byte[].class);
        JsonNode there = parsed(target, body).path(target.records());
        if (!there.isArray()) {
            throw new LookupFailed(target.system(), new String(body, StandardCharsets.UTF_8));
        }
        Map<String, JsonNode> byKey = new HashMap<>();
        there.forEach(record -> byKey.put(record.path(target.key()).asText(), record));
        Map<String, Answer> answers = new HashMap<>();
        for (Judged record : batch.uncertain()) {
            JsonNode found = byKey.get(record.key());
            if (found != null) {
                answers.put(record.key(), answer(target, record, found));
            }
        }
        batch.found(answers);
    }

    /** The content is compared where the target's answer holds it: it may have been created by somebody else. */
    private Answer answer(HttpTarget target, Judged record, JsonNode found) {
        String ref = found.path(target.ref()).asText(null);
        JsonNode held = target.data().isEmpty() ? null : found.get(target.data());
        if (held != null && !holds(held, record.content())) {
            return new Answer(
                    Result.REFUSED, ref, "System " + target.system() + " has it already, with another content");
        }
        return new Answer(Result.CREATED, ref, null);
    }

    private boolean holds(JsonNode held, byte[] content) {
        try {
            return json.readTree(content).properties().stream()
                    .allMatch(field -> field.getValue().equals(held.get(field.getKey())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode parsed(HttpTarget target, byte[] body) {
        try {
            return json.readTree(body == null ? new byte[0] : body);
        } catch (IOException e) {
            throw new LookupFailed(target.system(), new String(body, StandardCharsets.UTF_8));
        }
    }
}
