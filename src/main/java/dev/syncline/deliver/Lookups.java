package dev.syncline.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.deliver.Answer.Result;
import dev.syncline.json.Element;
import dev.syncline.json.JsonAnswer;
import dev.syncline.judge.Judged;
import dev.syncline.page.Inquiry;
import dev.syncline.record.Intents;
import dev.syncline.system.Systems;
import dev.syncline.system.http.HttpCall;
import dev.syncline.system.http.PathSegment;
import dev.syncline.system.outage.RetryAfterOutage;
import dev.syncline.system.outage.SystemCaller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
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
    private static final int MOST_SHOWN = 3;

    private final HttpTargets targets;
    private final HttpCall calls;
    private final Intents intents;
    private final RetryAfterOutage outages;
    private final Systems systems;
    private final ObjectMapper json;

    Lookups(
            HttpTargets targets,
            HttpCall calls,
            Intents intents,
            RetryAfterOutage outages,
            Systems systems,
            ObjectMapper json) {
        this.targets = targets;
        this.calls = calls;
        this.intents = intents;
        this.outages = outages;
        this.systems = systems;
        this.json = json;
    }

    /** Whether the target is to be asked which records it has, before the next call of the batch. */
    public boolean areNeeded(@ExchangeProperty(SystemCaller.PROPERTY) Batch batch) throws SQLException {
        if (targets.of(batch).calls().lookup().isEmpty()) {
            return false;
        }
        if (!batch.isIntended()) {
            List<Judged> creations = batch.creations();
            Set<String> maybeThere = intents.write(
                    batch.run().routeNumber(),
                    batch.run().part(),
                    creations.stream().map(Judged::key).toList(),
                    creations.stream().map(Judged::idempotencyKey).toList());
            // The route may have delivered there before it went elsewhere.
            creations.stream()
                    .filter(record -> record.known() != null && record.known().isMoved())
                    .forEach(record -> maybeThere.add(record.key()));
            batch.intend(maybeThere);
        }
        return !batch.uncertain().isEmpty();
    }

    public void request(@ExchangeProperty(SystemCaller.PROPERTY) Batch batch, Exchange exchange)
            throws JsonProcessingException {
        HttpTarget target = targets.of(batch);
        Inquiry inquiry = batch.inquiry();
        String path =
                target.calls().lookup().replace("{path}", batch.run().route().targetPath());
        batch.calls().mayBeRepeated();
        batch.isAtRecord(false);
        if (target.each() != null) {
            String key = inquiry.keys().get(0);
            String segment = PathSegment.of(key)
                    .orElseThrow(() -> new LookupFailed(target.system(), "no path can have the key '" + key + "'"));
            calls.prepare(exchange, target.system(), batch.run().part(), "GET", path.replace("{key}", segment));
            exchange.getMessage().setBody(null);
            return;
        }
        calls.prepare(exchange, target.system(), batch.run().part(), "POST", path);
        ObjectNode body = json.createObjectNode();
        inquiry.keys().forEach(body.putArray("keys")::add);
        exchange.getMessage().setBody(json.writeValueAsBytes(body));
    }

    /**
     * Takes the target's answer: what it has is as good as created.
     *
     * @throws LookupFailed when it does not answer what it has: nothing may be sent then
     */
    public void found(@ExchangeProperty(SystemCaller.PROPERTY) Batch batch, Exchange exchange) throws IOException {
        HttpTarget target = targets.of(batch);
        Throwable failure = outages.failure(exchange);
        if (failure != null) {
            throw new LookupFailed(target.system(), String.valueOf(failure.getMessage()));
        }
        Inquiry inquiry = batch.inquiry();
        Set<String> asked = Set.copyOf(inquiry.keys());
        Map<String, Element> there = new HashMap<>();
        Set<String> strangers = new LinkedHashSet<>();
        InputStream given = exchange.getMessage().getBody(InputStream.class);
        try (InputStream body = JsonAnswer.body(given)) {
            JsonAnswer answer = JsonAnswer.read(
                    body,
                    exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class),
                    Set.of(target.words().records()),
                    systems.longestRecord(target.system()),
                    (list, record) -> {
                        String key = target.key(record);
                        if (key != null && asked.contains(key)) {
                            there.put(key, record);
                        } else if (strangers.size() < MOST_SHOWN) {
                            strangers.add(key == null ? "a record without a key" : "'" + key + "'");
                        }
                        return true;
                    });
            if (!answer.hasList(target.words().records())) {
                throw new LookupFailed(
                        target.system(), answer.without(target.words().records(), "'records' of its http-write"));
            }
        } catch (JsonProcessingException e) {
            throw new LookupFailed(target.system(), e.getOriginalMessage());
        }
        Map<String, Answer> answers = new HashMap<>();
        if (inquiry.isForOne() && there.isEmpty() && !strangers.isEmpty()) {
            String why =
                    "Whether system " + target.system() + " has it cannot be told, so it was not sent: asked for it"
                            + " alone, it answered " + String.join(", ", strangers);
            answers.put(inquiry.keys().get(0), Answer.refusedForNow(why));
            inquiry.unknown(why);
        } else {
            inquiry.answered(there.keySet(), null, true);
        }
        for (Judged record : batch.uncertain()) {
            Element found = there.get(record.key());
            if (found != null && target.each() != null) {
                batch.foundRecord(target.ref(found));
            } else if (found != null) {
                answers.put(record.key(), answer(target, record, found));
            }
        }
        batch.found(answers);
    }

    /** The content is compared where the target's answer holds it: it may have been created by somebody else. */
    private static Answer answer(HttpTarget target, Judged record, Element found) throws IOException {
        String ref = target.ref(found);
        Object held = target.words().data().isEmpty()
                ? null
                : found.field(target.words().data());
        if (held != null && !holds(held, record.content())) {
            return new Answer(
                    Result.REFUSED, ref, "System " + target.system() + " has it already, with another content");
        }
        return new Answer(Result.CREATED, ref, null);
    }

    /** A look-up may leave children out: then it says nothing of them. */
    private static boolean holds(Object held, byte[] content) throws IOException {
        return held instanceof Map<?, ?> fields
                && JsonAnswer.object(content).entrySet().stream()
                        .allMatch(field -> field.getValue() instanceof List && !fields.containsKey(field.getKey())
                                || isSame(field.getValue(), fields.get(field.getKey())));
    }

    /** Numbers are the same however they are written, and a field that is left out is null. */
    private static boolean isSame(Object sent, Object held) {
        if (sent instanceof Number && held instanceof Number) {
            try {
                return new BigDecimal(sent.toString()).compareTo(new BigDecimal(held.toString())) == 0;
            } catch (NumberFormatException e) { // beyond what can be computed with
                return sent.toString().equals(held.toString());
            }
        } else if (sent instanceof List<?> one && held instanceof List<?> other) {
            return one.size() == other.size()
                    && IntStream.range(0, one.size()).allMatch(i -> isSame(one.get(i), other.get(i)));
        } else if (sent instanceof Map<?, ?> one && held instanceof Map<?, ?> other) {
            return one.entrySet().stream().allMatch(field -> isSame(field.getValue(), other.get(field.getKey())));
        }
        return Objects.equals(sent, held);
    }
}
