package dev.syncline.sandbox.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;

/** Writes JSON as dealers' public APIs do: whole orders, each in its state after the document. */
public final class JsonWriter implements DocumentWriter {
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(-5);
    private final ObjectMapper mapper;

    public JsonWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public String write(List<Document> documents, long control) {
        return page(documents, null);
    }

    /**
     * Writes a page.
     *
     * @param next where the next page begins; null on the last
     */
    public String page(List<Document> documents, String next) {
        ObjectNode page = mapper.createObjectNode();
        ArrayNode orders = page.putArray("orders");
        documents.forEach(document -> order(orders.addObject(), document));
        return page.put("next", next).toString();
    }

    private static void order(ObjectNode json, Document document) {
        Order order = document.order();
        String at = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(document.at().atOffset(OFFSET));
        json.put("orderNumber", order.supplierNumber())
                .put("poNumber", order.number())
                .put("revision", order.revision())
                .put("status", document.kind() == Document.Kind.RECEIPT ? "acknowledged" : word(order.status()))
                .put("updatedAt", at)
                .put("currency", order.currency())
                .put("expectedDate", text(order.expectedOn()));
        order.tracking().forEach(json.putArray("tracking")::add);
        ArrayNode lines = json.putArray("lines");
        order.lines().forEach(line -> line(lines.addObject(), line, order));
    }

    private static void line(ObjectNode json, OrderLine line, Order order) {
        OrderLine.Quantities quantities = line.quantities();
        json.put("lineNumber", order.lines().indexOf(line) + 1)
                .put("poLineNumber", line.added() ? null : String.valueOf(line.line()))
                .put("sku", line.item().supplierNumber())
                .put("buyerSku", line.item().number())
                .put("gtin", line.item().gtin())
                .put("description", line.item().description())
                .put("status", word(line.status()))
                .put("quantityOrdered", quantities.ordered())
                .put("quantityConfirmed", quantities.confirmed())
                .put("quantityShipped", quantities.shipped())
                .put("quantityBackordered", quantities.backOrdered())
                .put("quantityCancelled", quantities.cancelled())
                .put("unit", line.item().unit())
                .put("unitCost", line.unitCost())
                .put("expectedDate", text(line.expectedOn()));
        line.tracking().forEach(json.putArray("tracking")::add);
    }

    private static String word(OrderLine.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Temporal date) {
        return date == null ? null : date.toString();
    }
}
