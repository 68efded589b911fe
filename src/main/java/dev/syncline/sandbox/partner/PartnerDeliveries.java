package dev.syncline.sandbox.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.call.SandboxProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads deliveries in the partner systems' forms, applies them, and writes the answers. */
@ApplicationScoped
class PartnerDeliveries {
    private static final int MOST = 1_000;
    private final PartnerStore store;
    private final InjectedFaults faults;

    PartnerDeliveries(PartnerStore store, InjectedFaults faults) {
        this.store = store;
        this.faults = faults;
    }

    String batch(PartnerSystem system, String entity, byte[] body, URI base) {
        List<PartnerDelivery> deliveries = deliveries(body, "records", PartnerDelivery::ofBatch);
        return results(system, entity, deliveries, apply(system, entity, deliveries), base);
    }

    /** Creates every record anew, whether the system has one of that key or not. */
    String create(PartnerSystem system, String entity, byte[] body, URI base) {
        List<PartnerDelivery> deliveries = deliveries(body, "records", PartnerDelivery::ofBatch);
        Set<String> held = store.held(
                system.name(),
                entity,
                deliveries.stream().map(PartnerDelivery::key).toList());
        List<PartnerDelivery> anew = deliveries.stream()
                .map(delivery -> held.contains(delivery.key()) ? delivery.doubled() : delivery)
                .toList();
        return results(system, entity, deliveries, apply(system, entity, anew), base);
    }

    private String results(
            PartnerSystem system,
            String entity,
            List<PartnerDelivery> deliveries,
            List<PartnerOutcome> outcomes,
            URI base) {
        ObjectNode answer = SandboxJson.MAPPER.createObjectNode();
        ArrayNode results = answer.putArray("results");
        for (int i = 0; i < outcomes.size(); i++) {
            PartnerOutcome outcome = outcomes.get(i);
            String key = deliveries.get(i).key();
            if (faults.isLeftOut(system.name(), entity, key)) {
                continue;
            }
            ObjectNode result = results.addObject().put("key", key).put("status", outcome.status());
            if (outcome.refusal() != null) {
                result.put("reason", outcome.refusal().reason());
            } else if (outcome.id() != null) {
                result.put("id", system.idPrefix() + outcome.id()).put("url", url(base, system, entity, key));
            }
        }
        return answer.toString();
    }

    String sync(PartnerSystem system, String entity, byte[] body, URI base) {
        List<PartnerDelivery> deliveries = deliveries(body, "updates", PartnerDelivery::ofSync);
        List<PartnerOutcome> outcomes = apply(system, entity, deliveries);
        ObjectNode answer = SandboxJson.MAPPER.createObjectNode();
        ArrayNode entities = answer.putArray("entities");
        ArrayNode errors = answer.putArray("errors");
        for (int i = 0; i < outcomes.size(); i++) {
            PartnerOutcome outcome = outcomes.get(i);
            String key = deliveries.get(i).key();
            if (faults.isLeftOut(system.name(), entity, key)) {
                continue;
            }
            PartnerRefusal refusal = outcome.refusal();
            if (refusal != null) {
                errors.addObject()
                        .put("origin_id", key)
                        .putObject("errors")
                        .putArray(refusal.field())
                        .add(refusal.reason());
            } else {
                entities.addObject()
                        .put("id", outcome.id())
                        .put("origin_id", key)
                        .put("web_url", url(base, system, entity, key));
            }
        }
        return answer.toString();
    }

    private List<PartnerOutcome> apply(PartnerSystem system, String entity, List<PartnerDelivery> deliveries) {
        List<String> keys = deliveries.stream().map(PartnerDelivery::key).toList();
        faults.batchRefusal(system.name(), entity, keys).ifPresent(fault -> {
            store.logFailed(system.name(), entity);
            throw new SandboxProblem(fault.status(), fault.reason());
        });
        return store.apply(system.name(), entity, deliveries, delivery -> {
            PartnerRefusal fault = faults.refusal(system.name(), entity, delivery.key());
            return fault != null || delivery.operation() != PartnerDelivery.Operation.UPSERT
                    ? fault
                    : delivery.refusal()
                            .or(() -> system.refusal(delivery.data()))
                            .orElse(null);
        });
    }

    private static List<PartnerDelivery> deliveries(
            byte[] body, String field, Function<JsonNode, PartnerDelivery> form) {
        JsonNode records = SandboxJson.object(body).get(field);
        if (records == null || !records.isArray()) {
            throw new SandboxProblem(400, "The body needs an array '" + field + "'");
        }
        if (records.size() > MOST) {
            throw new SandboxProblem(413, "At most " + MOST + " records a request, not " + records.size());
        }
        List<PartnerDelivery> deliveries = new ArrayList<>(records.size());
        records.forEach(record -> deliveries.add(form.apply(record)));
        return deliveries;
    }

    private static String url(URI base, PartnerSystem system, String entity, String key) {
        return base + "sandbox/" + system.name() + "/" + entity + "/"
                + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
