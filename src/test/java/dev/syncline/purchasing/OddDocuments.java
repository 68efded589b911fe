package dev.syncline.purchasing;

import static dev.syncline.document.TradeDocuments.cxml;
import static dev.syncline.document.TradeDocuments.edifact;
import static dev.syncline.document.TradeDocuments.ubl;
import static dev.syncline.document.TradeDocuments.x12;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.supplier.inbox.FoldedDocuments;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Documents that are odd and legal, or nearly, for an order of one line, and what becomes of it in the ERP. What a case
 * expects is derived from its document by the standard.
 */
final class OddDocuments {
    /** What the line costs before. */
    private static final BigDecimal COST = BigDecimal.valueOf(2);

    /**
     * A case.
     *
     * @param becomes the order's status and date; its line: status, ordered, confirmed, shipped, back-ordered, cancelled, and
     *     price and date where they differ from what the ERP had
     * @param told a part of what the buyer is told; empty for nothing
     */
    record Case(String name, int ordered, String becomes, String told, String format, List<String> documents) {
        Case of(int quantity) {
            return new Case(name, quantity, becomes, told, format, documents);
        }

        void check() {
            FoldedDocuments.Read read = FoldedDocuments.read(format, documents.toArray(String[]::new));
            Map<String, Object> fields =
                    new Settlement(read.state(), erp(ordered), null).fields("PO-1", "V-1", pair -> null);
            List<String> all = new ArrayList<>(read.told());
            warnings(fields).stream().filter(FoldedDocuments::isOfContent).forEach(all::add);
            assertEquals(becomes, shown(fields), all::toString);
            assertEquals(told.isEmpty(), all.isEmpty(), all::toString);
            assertTrue(told.isEmpty() || all.stream().anyMatch(text -> text.contains(told)), all::toString);
        }

        @Override
        public String toString() {
            return format + ": " + name;
        }
    }

    private OddDocuments() {}

    /** Of 10. */
    static Case of(String name, String becomes, String told, String format, String... documents) {
        return new Case(name, 10, becomes, told, format, List.of(documents));
    }

    private static ErpOrder erp(int ordered) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("line", 1);
        line.put("item", "A");
        line.put("supplierItem", "VP-A");
        line.put("ordered", ordered);
        line.put("unit", "EA");
        line.put("unitCost", COST);
        line.put("status", "OPEN");
        List.of("confirmed", "shipped", "backOrdered", "cancelled").forEach(name -> line.put(name, 0));
        return ErpOrder.read(Map.of("number", "PO-1", "vendor", "V-1", "status", "OPEN", "lines", List.of(line)));
    }

    @SuppressWarnings("unchecked")
    private static List<String> warnings(Map<String, Object> fields) {
        return (List<String>) fields.get("warnings");
    }

    private static String shown(Map<String, Object> fields) {
        return fields.get("status")
                + on(fields)
                + OrderFields.lines(fields).stream().map(OddDocuments::line).collect(Collectors.joining());
    }

    private static String line(Map<String, Object> line) {
        BigDecimal cost = ErpOrder.number(line.get("unitCost"));
        return "; " + line.get("status") + " "
                + List.of("ordered", "confirmed", "shipped", "backOrdered", "cancelled").stream()
                        .map(name -> line.get(name) == null ? "0" : plain(ErpOrder.number(line.get(name))))
                        .collect(Collectors.joining(" "))
                + (cost.compareTo(COST) == 0 ? "" : " at " + plain(cost))
                + on(line);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String on(Map<String, Object> fields) {
        return fields.get("expectedOn") == null ? "" : " on " + Objects.toString(fields.get("expectedOn"));
    }

    static String x12Reply(String type, String lines) {
        return x12("PR", "ST*855*1~BAK*00*" + type + "*PO-1*20261101~" + lines + "SE*1*1~");
    }

    static String x12Change(String lines) {
        return x12("CA", "ST*865*1~BCA*00*AC*PO-1***20261101~" + lines + "SE*1*1~");
    }

    /** @param bsn purpose, number and date */
    static String x12Notice(String bsn, String levels) {
        return x12("SH", "ST*856*1~BSN*" + bsn + "*0800~" + levels + "SE*1*1~");
    }

    static String edifactReply(String function, String lines) {
        return edifact("UNH+1+ORDRSP:D:96A:UN'BGM+231+R-1+" + function + "'DTM+137:20261101:102'RFF+ON:PO-1'" + lines
                + "UNT+1+1'");
    }

    static String edifactNotice(String function, String lines) {
        return edifact("UNH+1+DESADV:D:96A:UN'BGM+351+D-1+" + function + "'DTM+137:20261201:102'RFF+ON:PO-1'" + lines
                + "UNT+1+1'");
    }

    private static final String UBL_ORDER = "<cac:OrderReference><cbc:ID>PO-1</cbc:ID></cac:OrderReference>";

    /** @param code of the response, may be empty */
    static String ublReply(String type, String code, String status, String rest) {
        return ubl(
                type,
                "<cbc:ID>R-1</cbc:ID><cbc:IssueDate>2026-11-01</cbc:IssueDate>"
                        + (code.isEmpty() ? "" : "<cbc:OrderResponseCode>" + code + "</cbc:OrderResponseCode>")
                        + UBL_ORDER + "<cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID>"
                        + (status.isEmpty() ? "" : "<cbc:LineStatusCode>" + status + "</cbc:LineStatusCode>")
                        + "<cbc:Quantity unitCode='EA'>10</cbc:Quantity>" + rest + "</cac:LineItem></cac:OrderLine>");
    }

    /** @param status DocumentStatusCode, may be empty */
    static String ublNotice(String date, String status, String quantities) {
        return ubl(
                "DespatchAdvice",
                "<cbc:ID>D-1</cbc:ID><cbc:IssueDate>" + date + "</cbc:IssueDate>"
                        + (status.isEmpty() ? "" : "<cbc:DocumentStatusCode>" + status + "</cbc:DocumentStatusCode>")
                        + UBL_ORDER + "<cac:DespatchLine><cbc:ID>1</cbc:ID>" + quantities
                        + "<cac:OrderLineReference><cbc:LineID>1</cbc:LineID></cac:OrderLineReference><cac:Item/>"
                        + "</cac:DespatchLine>");
    }

    static String delivered(int quantity) {
        return "<cbc:DeliveredQuantity unitCode='EA'>" + quantity + "</cbc:DeliveredQuantity>";
    }

    /** @param statuses of line 1; without any there is no line */
    static String cxmlReply(String type, int quantity, String statuses) {
        return cxml(
                "c1",
                "<ConfirmationRequest><ConfirmationHeader type='" + type
                        + "' confirmID='C-1' noticeDate='2026-11-01'/><OrderReference orderID='PO-1'/>"
                        + (statuses.isEmpty()
                                ? ""
                                : "<ConfirmationItem lineNumber='1' quantity='" + quantity
                                        + "'><UnitOfMeasure>EA</UnitOfMeasure>" + statuses + "</ConfirmationItem>")
                        + "</ConfirmationRequest>");
    }

    static String cxmlStatus(String type, int quantity) {
        return cxmlStatus(type, quantity, "", "");
    }

    static String cxmlStatus(String type, int quantity, String attributes, String rest) {
        return "<ConfirmationStatus type='" + type + "' quantity='" + quantity + "' " + attributes
                + "><UnitOfMeasure>EA</UnitOfMeasure>" + rest + "</ConfirmationStatus>";
    }

    static String cxmlNotice(String attributes, String items) {
        return cxml(
                "s1",
                "<ShipNoticeRequest><ShipNoticeHeader shipmentID='D-1' noticeDate='2026-12-01' " + attributes
                        + "/><ShipNoticePortion><OrderReference orderID='PO-1'/>" + items
                        + "</ShipNoticePortion></ShipNoticeRequest>");
    }

    static String cxmlItem(int quantity) {
        return "<ShipNoticeItem lineNumber='1' quantity='" + quantity
                + "'><UnitOfMeasure>EA</UnitOfMeasure></ShipNoticeItem>";
    }

    static String json(String order) {
        return "{\"orders\":[{\"poNumber\":\"PO-1\",\"updatedAt\":\"2026-11-01\"," + order + "}]}";
    }

    /** @param fields of line 1 */
    static String jsonLine(String fields) {
        return json("\"lines\":[{\"poLineNumber\":1," + fields + "}]");
    }
}
