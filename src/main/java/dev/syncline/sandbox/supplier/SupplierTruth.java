package dev.syncline.sandbox.supplier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.document.Order;
import dev.syncline.sandbox.document.OrderLine;
import java.time.LocalDate;
import java.util.Locale;

/** Writes an order as its supplier has it, in JSON, for comparisons. */
final class SupplierTruth {
    private SupplierTruth() {}

    static ObjectNode of(Order order) {
        ObjectNode json = SandboxJson.MAPPER
                .createObjectNode()
                .put("orderNumber", order.number())
                .put("supplierOrderNumber", order.supplierNumber())
                .put("status", word(order.status()))
                .put("revision", order.revision())
                .put("updatedAt", order.updatedAt().toString())
                .put("currency", order.currency())
                .put("expectedOn", text(order.expectedOn()));
        order.tracking().forEach(json.putArray("tracking")::add);
        ArrayNode lines = json.putArray("lines");
        order.lines().forEach(line -> line(lines.addObject(), line));
        return json;
    }

    private static void line(ObjectNode json, OrderLine line) {
        OrderLine.Quantities quantities = line.quantities();
        json.put("line", line.line())
                .put("item", line.item().number())
                .put("supplierItem", line.item().supplierNumber())
                .put("description", line.item().description())
                .put("status", word(line.status()))
                .put("ordered", quantities.ordered())
                .put("confirmed", quantities.confirmed())
                .put("shipped", quantities.shipped())
                .put("backOrdered", quantities.backOrdered())
                .put("cancelled", quantities.cancelled())
                .put("unit", line.item().unit())
                .put("unitCost", line.unitCost())
                .put("expectedOn", text(line.expectedOn()));
        line.tracking().forEach(json.putArray("tracking")::add);
    }

    private static String word(OrderLine.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String text(LocalDate date) {
        return date == null ? null : date.toString();
    }
}
