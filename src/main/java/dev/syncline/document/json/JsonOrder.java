package dev.syncline.document.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.document.DocumentValues;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Line;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.document.UnreadablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one order of a page. */
final class JsonOrder {
    /** The statuses of dealer APIs, regardless of case, blanks, hyphens and underscores. */
    static final Map<String, Status> STATUSES = Map.ofEntries(
            Map.entry("open", Status.RECEIVED),
            Map.entry("acknowledged", Status.RECEIVED),
            Map.entry("confirmed", Status.ACCEPTED),
            Map.entry("changed", Status.CHANGED),
            Map.entry("backordered", Status.BACK_ORDERED),
            Map.entry("shipped", Status.SHIPPED),
            Map.entry("cancelled", Status.CANCELLED),
            Map.entry("canceled", Status.CANCELLED),
            Map.entry("rejected", Status.REJECTED));

    private static final Pattern SEPARATORS = Pattern.compile("[ _-]");

    private static final Set<String> LINE_IDS =
            Set.of("poLineNumber", "lineNumber", "buyerSku", "sku", "gtin", "description", "currency");

    private static final List<String> LINE_FIELDS = List.of(
            "quantityOrdered",
            "quantityConfirmed",
            "quantityShipped",
            "quantityBackordered",
            "quantityCancelled",
            "unit",
            "unitCost",
            "expectedDate",
            "tracking",
            "status");

    private static final Set<Status> OF_ALL_LINES =
            Set.of(Status.ACCEPTED, Status.SHIPPED, Status.CANCELLED, Status.REJECTED);

    private final JsonFields fields;
    private final List<String> warnings;
    private final List<String> own = new ArrayList<>();

    JsonOrder(String place, JsonNode order, List<String> warnings) {
        this.fields = new JsonFields(place, order, own);
        this.warnings = warnings;
    }

    /**
     * Returns the order. An order without the field {@code lines}, or with an empty list, does not state that it has no
     * lines, and is no snapshot.
     */
    SupplierOrder order() throws UnreadablePart {
        if (!fields.object().isObject()) {
            throw new UnreadablePart(fields.place(), "An order is wanted and there is something else");
        }
        String number = fields.text("poNumber");
        String supplierNumber = fields.text("orderNumber");
        if (number == null && supplierNumber == null) {
            throw new UnreadablePart(
                    fields.place(), "The order has neither 'poNumber' nor 'orderNumber'; one must be given");
        }
        Status status = status(fields);
        boolean listsLines = fields.has("lines") && !isEmptyOfLines(status);
        SupplierOrder order = new SupplierOrder(
                listsLines ? Kind.SNAPSHOT : Kind.STATUS,
                null,
                fields.instant("updatedAt"),
                revision(),
                number,
                supplierNumber,
                null,
                status,
                !listsLines && status != null && OF_ALL_LINES.contains(status),
                fields.text("currency"),
                fields.date("expectedDate"),
                fields.texts("tracking"),
                listsLines ? lines() : List.of(),
                null);
        if (!fields.has("lines")) {
            warnOfOtherLists();
        }
        warnings.addAll(own);
        return order;
    }

    /** Returns whether an empty list of lines says nothing: an order that is not cancelled has lines. */
    private boolean isEmptyOfLines(Status status) {
        JsonNode listed = fields.object().get("lines");
        boolean isEmpty = listed.isArray() && listed.isEmpty() && (status == null || !status.isOff());
        if (isEmpty) {
            own.add(
                    "The order has no lines and is not cancelled, so nothing was taken of its lines. Ask the supplier how"
                            + " they stand (at " + fields.place("lines") + ")");
        }
        return isEmpty;
    }

    /** Warns of lists under other names, as they may hold lines that are not read. */
    private void warnOfOtherLists() {
        fields.others(Set.of("lines", "tracking")).stream()
                .filter(name -> fields.object().get(name).isContainerNode())
                .forEach(name -> own.add("The order has no 'lines', and '" + DocumentValues.shown(name)
                        + "' is not read: if those are its lines, nothing that the supplier says of them is on the order."
                        + " Ask the supplier to send them as 'lines' (at " + fields.place(name) + ")"));
    }

    private void warnOfOtherFields(JsonFields line) {
        for (String field : LINE_FIELDS) {
            if (line.has(field)) {
                return;
            }
        }
        List<String> others = line.others(LINE_IDS);
        if (!others.isEmpty()) {
            own.add("The line says nothing that is read: no quantity, status or date. It has "
                    + String.join(
                            ", ",
                            others.stream()
                                    .limit(10)
                                    .map(name -> "'" + DocumentValues.shown(name) + "'")
                                    .toList())
                    + ", which is not known. Ask the supplier for the fields that are (at " + line.place() + ")");
        }
    }

    private Long revision() throws UnreadablePart {
        String text = fields.text("revision");
        Long revision = DocumentValues.sequence(text);
        if (text != null && revision == null) {
            own.add("Revision '" + DocumentValues.shown(text) + "' is no whole number; it was left out (at "
                    + fields.place("revision") + ")");
        }
        return revision;
    }

    private List<Line> lines() throws UnreadablePart {
        JsonNode listed = fields.object().get("lines");
        if (!listed.isArray()) {
            throw new UnreadablePart(fields.place("lines"), "A list is wanted and there is something else");
        }
        List<Line> lines = new ArrayList<>(listed.size());
        for (int i = 0; i < listed.size(); i++) {
            JsonFields line = new JsonFields(fields.place("lines[" + i + "]"), listed.get(i), own);
            if (!line.object().isObject()) {
                throw new UnreadablePart(line.place(), "A line is wanted and there is something else");
            }
            warnOfOtherFields(line);
            lines.add(line(line));
        }
        return List.copyOf(lines);
    }

    private Line line(JsonFields line) throws UnreadablePart {
        return new Line(
                line.text("poLineNumber"),
                line.text("lineNumber"),
                line.text("buyerSku"),
                line.text("sku"),
                line.text("gtin"),
                line.text("description"),
                status(line),
                line.quantity("quantityOrdered"),
                line.quantity("quantityConfirmed"),
                line.quantity("quantityShipped"),
                true,
                line.quantity("quantityBackordered"),
                line.quantity("quantityCancelled"),
                line.text("unit"),
                line.price("unitCost"),
                line.date("expectedDate"),
                line.texts("tracking"),
                line.text("status"),
                null,
                line.text("currency"));
    }

    private Status status(JsonFields from) throws UnreadablePart {
        String text = from.text("status");
        if (text == null) {
            return null;
        }
        Status status = STATUSES.get(text);
        if (status == null) {
            status = STATUSES.get(
                    SEPARATORS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(""));
        }
        if (status == null) {
            own.add("Status '" + DocumentValues.shown(text) + "' is not known; it was left out (at "
                    + from.place("status") + ")");
        }
        return status;
    }
}
