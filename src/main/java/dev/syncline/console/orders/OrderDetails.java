package dev.syncline.console.orders;

import dev.syncline.api.orders.PurchaseOrderView;
import dev.syncline.api.orders.PurchaseOrdersResource;
import dev.syncline.console.frame.Address;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.Words;
import dev.syncline.console.orders.OrderDetail.Cell;
import dev.syncline.console.orders.OrderDetail.Column;
import dev.syncline.console.orders.OrderDetail.Field;
import dev.syncline.console.orders.OrderDetail.Line;
import dev.syncline.console.orders.OrderDetail.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes the page of one purchase order, from the calls that the API has for it. */
@ApplicationScoped
class OrderDetails {
    private static final String STATUS = "status";
    private static final String LINES = "lines";
    private static final String WARNINGS = "warnings";
    private static final String IS_HIDDEN = "isHidden";

    /** Of a line, in the order in which a buyer reads them, each with the name of its column. */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    private static final Set<String> NUMBERS =
            Set.of("ordered", "confirmed", "shipped", "backOrdered", "cancelled", "unitCost");

    /** Of the header, shown elsewhere on the page. */
    private static final Set<String> APART = Set.of(STATUS, LINES, WARNINGS, IS_HIDDEN);

    static {
        COLUMNS.put("line", "Line");
        COLUMNS.put("item", "Item");
        COLUMNS.put("description", "Description");
        COLUMNS.put("ordered", "Ordered");
        COLUMNS.put("confirmed", "Confirmed");
        COLUMNS.put("shipped", "Shipped");
        COLUMNS.put("backOrdered", "Back-ordered");
        COLUMNS.put("cancelled", "Cancelled");
        COLUMNS.put("unit", "Unit");
        COLUMNS.put("unitCost", "Unit cost");
        COLUMNS.put("expectedOn", "Expected");
        COLUMNS.put("tracking", "Tracking");
    }

    private final PurchaseOrdersResource orders;
    private final SheetTexts sheets;
    private final SyncedTexts synced;
    private final Frames frames;

    OrderDetails(PurchaseOrdersResource orders, SheetTexts sheets, SyncedTexts synced, Frames frames) {
        this.orders = orders;
        this.sheets = sheets;
        this.synced = synced;
        this.frames = frames;
    }

    static String address(String vendor, String number) {
        return Address.of("/order")
                .with("vendor", vendor)
                .with("number", number)
                .toString();
    }

    /** @param documents where the documents begin; null for the newest */
    OrderDetail of(String vendor, String number, String documents) throws SQLException {
        PurchaseOrderView order = orders.get(vendor, number, vendor, number);
        Map<String, Object> fields = order.fields();
        List<String> locked = order.lockedFields();
        List<Line> hidden = lines(fields, true);
        boolean isCancelled = Boolean.TRUE.equals(fields.get(IS_HIDDEN));
        return new OrderDetail(
                order.vendor(),
                order.number(),
                Address.of("/orders").with("vendor", order.vendor()).toString(),
                Objects.requireNonNullElse(order.supplier(), ""),
                isCancelled ? new State("Hidden in the ERP", "bad") : OrderStates.of(fields.get(STATUS)),
                OrderStates.follows(order.autoSync()),
                order.autoSync(),
                order.ownSwitch() ? "its own switch" : "its vendor's switch",
                does(order),
                order.autoSync() ? "Switch off for this order" : "Switch on for this order",
                !order.autoSync(),
                !locked.isEmpty(),
                synced.of(order),
                header(fields, locked),
                COLUMNS.entrySet().stream()
                        .map(column -> new Column(
                                column.getValue(),
                                NUMBERS.contains(column.getKey()),
                                locked.contains(LINES + "." + column.getKey())))
                        .toList(),
                lines(fields, false),
                hidden,
                Numbers.of(hidden.size(), "hidden line"),
                texts(fields.get(WARNINGS)),
                order.notices().stream()
                        .map(notice -> new Notice(
                                notice.id(),
                                Words.ofConstant(notice.kind()),
                                notice.text(),
                                frames.when(notice.lastAt())))
                        .toList(),
                Address.of("/notices").with("q", order.number()).toString(),
                sheets.of(order.vendor(), order.number(), documents));
    }

    private static String does(PurchaseOrderView order) {
        String others = " No other order of the vendor is touched.";
        if (order.autoSync()) {
            return "1 order stops following its supplier, and the fields that the supplier fills stay as they are."
                    + others;
        }
        return order.supplier() == null
                ? ""
                : "1 order begins to follow its supplier, which is asked about it at once." + others;
    }

    private static List<Field> header(Map<String, Object> fields, List<String> locked) {
        List<Field> header = new ArrayList<>();
        header.add(new Field(
                Words.ofConstant(STATUS), OrderStates.of(fields.get(STATUS)).label(), locked.contains(STATUS)));
        fields.forEach((name, value) -> {
            String text = FieldValues.text(value);
            if (!APART.contains(name) && !text.isEmpty()) {
                header.add(new Field(Words.ofConstant(Words.ofField(name)), text, locked.contains(name)));
            }
        });
        return header;
    }

    private static List<Line> lines(Map<String, Object> fields, boolean hidden) {
        List<Line> lines = new ArrayList<>();
        if (fields.get(LINES) instanceof List<?> all) {
            for (Object each : all) {
                if (each instanceof Map<?, ?> line && Boolean.TRUE.equals(line.get(IS_HIDDEN)) == hidden) {
                    lines.add(new Line(
                            COLUMNS.keySet().stream()
                                    .map(name -> new Cell(FieldValues.text(line.get(name)), NUMBERS.contains(name)))
                                    .toList(),
                            OrderStates.of(line.get(STATUS))));
                }
            }
        }
        return lines;
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(FieldValues::text).toList()
                : List.of();
    }
}
