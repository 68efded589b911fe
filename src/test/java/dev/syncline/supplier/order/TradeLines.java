package dev.syncline.supplier.order;

import static dev.syncline.document.TradeDocuments.cxml;
import static dev.syncline.document.TradeDocuments.edifact;
import static dev.syncline.document.TradeDocuments.ubl;
import static dev.syncline.document.TradeDocuments.x12;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the same lines as a confirmation and as a ship notice, in each format. */
final class TradeLines {
    /** A line of a document: quantity, price and date are in it as the format writes them. */
    record Shape(int number, int quantity, int price, int day, String unit) {
        String date(String separator) {
            return "2026" + separator + "12" + separator + (day < 10 ? "0" : "") + day;
        }
    }

    /** How a format writes a confirmation and a ship notice of these lines, with signs as texts in front of numbers. */
    record Format(
            String name,
            BiFunction<List<Shape>, Texts, String> confirmation,
            BiFunction<List<Shape>, Texts, String> shipment) {}

    /** What goes into a document beside its lines. */
    record Texts(
            String number,
            String order,
            String quantitySign,
            String priceSign,
            String basis,
            String dateSuffix,
            String currency) {
        Texts(String number, String order, String quantitySign, String priceSign, String basis, String dateSuffix) {
            this(number, order, quantitySign, priceSign, basis, dateSuffix, "EUR");
        }

        static Texts plain() {
            return new Texts("D-1", "PO-1", "", "", "1", "");
        }

        /** All prices of the document are in it. */
        static Texts in(String currency) {
            return new Texts("D-1", "PO-1", "", "", "1", "", currency);
        }
    }

    private static String each(List<Shape> lines, Function<Shape, String> line) {
        return lines.stream().map(line).collect(Collectors.joining());
    }

    static final List<Format> FORMATS = List.of(
            new Format(
                    "x12",
                    (lines, t) -> x12(
                            "PR",
                            "ST*855*0001~BAK*00*AC*" + t.order() + "*20261101~CUR*SE*" + t.currency() + "~"
                                    + each(
                                            lines,
                                            l -> "PO1*" + l.number() + "*" + t.quantitySign() + l.quantity() + "*"
                                                    + l.unit() + "*"
                                                    + t.priceSign() + l.price() + "*" + basis(t) + "*BP*A-" + l.number()
                                                    + "~ACK*IA*"
                                                    + t.quantitySign() + l.quantity() + "*" + l.unit() + "*067*"
                                                    + l.date("")
                                                    + t.dateSuffix() + "~")
                                    + "SE*1*0001~"),
                    (lines, t) -> x12(
                            "SH",
                            "ST*856*0001~BSN*00*" + t.number() + "*20261101*0800~HL*1**S~HL*2*1*O~PRF*" + t.order()
                                    + "~"
                                    + each(
                                            lines,
                                            l -> "HL*" + (l.number() + 2) + "*2*I~LIN*" + l.number() + "*BP*A-"
                                                    + l.number()
                                                    + "~SN1*" + l.number() + "*" + t.quantitySign() + l.quantity() + "*"
                                                    + l.unit() + "~")
                                    + "SE*1*0001~")),
            new Format(
                    "edifact",
                    (lines, t) -> edifact("UNH+1+ORDRSP:D:96A:UN'BGM+231+R-1+4'DTM+137:20261101:102'RFF+ON:" + t.order()
                            + "'CUX+2:" + t.currency() + ":9'"
                            + each(
                                    lines,
                                    l -> "LIN+" + l.number() + "+5+A-" + l.number() + ":BP'QTY+113:" + t.quantitySign()
                                            + l.quantity() + ":" + l.unit() + "'DTM+67:" + l.date("") + t.dateSuffix()
                                            + ":102'PRI+AAA:" + t.priceSign() + l.price() + ":::" + t.basis() + "'")
                            + "UNT+1+1'"),
                    (lines, t) ->
                            edifact("UNH+1+DESADV:D:96A:UN'BGM+351+" + t.number() + "+9'DTM+137:20261101:102'RFF+ON:"
                                    + t.order() + "'CPS+1'"
                                    + each(
                                            lines,
                                            l -> "LIN+" + l.number() + "++A-" + l.number() + ":BP'QTY+12:"
                                                    + t.quantitySign() + l.quantity() + ":" + l.unit() + "'")
                                    + "UNT+1+1'")),
            new Format(
                    "ubl",
                    (lines, t) -> ubl(
                            "OrderResponse",
                            "<cbc:ID>R-1</cbc:ID><cbc:IssueDate>2026-11-01</cbc:IssueDate><cac:OrderReference><cbc:ID>"
                                    + t.order()
                                    + "</cbc:ID></cac:OrderReference>"
                                    + each(
                                            lines,
                                            l -> "<cac:OrderLine><cac:LineItem><cbc:ID>" + l.number()
                                                    + "</cbc:ID><cbc:LineStatusCode>5</cbc:LineStatusCode><cbc:Quantity unitCode='"
                                                    + l.unit() + "'>" + t.quantitySign() + l.quantity()
                                                    + "</cbc:Quantity><cac:Delivery><cac:PromisedDeliveryPeriod><cbc:EndDate>"
                                                    + l.date("-") + t.dateSuffix()
                                                    + "</cbc:EndDate></cac:PromisedDeliveryPeriod>"
                                                    + "</cac:Delivery><cac:Price><cbc:PriceAmount currencyID='"
                                                    + t.currency() + "'>" + t.priceSign()
                                                    + l.price() + "</cbc:PriceAmount><cbc:BaseQuantity>" + t.basis()
                                                    + "</cbc:BaseQuantity></cac:Price><cac:Item><cac:BuyersItemIdentification>"
                                                    + "<cbc:ID>A-" + l.number()
                                                    + "</cbc:ID></cac:BuyersItemIdentification>"
                                                    + "</cac:Item></cac:LineItem></cac:OrderLine>")),
                    (lines, t) -> ubl(
                            "DespatchAdvice",
                            "<cbc:ID>" + t.number()
                                    + "</cbc:ID><cbc:IssueDate>2026-11-01</cbc:IssueDate><cac:OrderReference>"
                                    + "<cbc:ID>" + t.order() + "</cbc:ID></cac:OrderReference>"
                                    + each(
                                            lines,
                                            l -> "<cac:DespatchLine><cbc:ID>" + l.number()
                                                    + "</cbc:ID><cbc:DeliveredQuantity unitCode='" + l.unit() + "'>"
                                                    + t.quantitySign() + l.quantity()
                                                    + "</cbc:DeliveredQuantity><cac:OrderLineReference><cbc:LineID>"
                                                    + l.number()
                                                    + "</cbc:LineID></cac:OrderLineReference><cac:Item/></cac:DespatchLine>"))),
            new Format(
                    "cxml",
                    (lines, t) -> cxml(
                            "c1",
                            "<ConfirmationRequest><ConfirmationHeader type='detail' confirmID='C-1' noticeDate='2026-11-01'/>"
                                    + "<OrderReference orderID='" + t.order() + "'/>"
                                    + each(
                                            lines,
                                            l -> "<ConfirmationItem lineNumber='" + l.number() + "' quantity='"
                                                    + l.quantity()
                                                    + "'><UnitOfMeasure>" + l.unit()
                                                    + "</UnitOfMeasure><ConfirmationStatus type='accept' quantity='"
                                                    + t.quantitySign() + l.quantity() + "' deliveryDate='" + l.date("-")
                                                    + t.dateSuffix() + "'><UnitOfMeasure>" + l.unit()
                                                    + "</UnitOfMeasure><UnitPrice><Money currency='"
                                                    + t.currency() + "'>" + t.priceSign() + l.price()
                                                    + "</Money></UnitPrice><PriceBasisQuantity quantity='" + t.basis()
                                                    + "'/></ConfirmationStatus></ConfirmationItem>")
                                    + "</ConfirmationRequest>"),
                    (lines, t) -> cxml(
                            "s1",
                            "<ShipNoticeRequest><ShipNoticeHeader shipmentID='" + t.number()
                                    + "' noticeDate='2026-11-01'/><ShipNoticePortion><OrderReference orderID='"
                                    + t.order()
                                    + "'/>"
                                    + each(
                                            lines,
                                            l -> "<ShipNoticeItem lineNumber='" + l.number() + "' quantity='"
                                                    + t.quantitySign()
                                                    + l.quantity() + "'><UnitOfMeasure>" + l.unit()
                                                    + "</UnitOfMeasure></ShipNoticeItem>")
                                    + "</ShipNoticePortion></ShipNoticeRequest>")),
            new Format(
                    "json",
                    (lines, t) -> json(lines, t, "quantityConfirmed"),
                    (lines, t) -> json(lines, t, "quantityShipped")));

    /** Data element 639: HP is a hundred, and NQ, no quote, is no price of anything. */
    private static String basis(Texts t) {
        return switch (t.basis()) {
            case "0" -> "NQ";
            case "100" -> "HP";
            default -> "";
        };
    }

    private static String json(List<Shape> lines, Texts t, String quantity) {
        return "{\"orders\":[{\"poNumber\":\"" + t.order() + "\",\"updatedAt\":\"2026-11-01\",\"currency\":\""
                + t.currency()
                + "\",\"lines\":["
                + lines.stream()
                        .map(l -> "{\"poLineNumber\":" + l.number() + ",\"buyerSku\":\"A-" + l.number() + "\",\""
                                + quantity
                                + "\":" + t.quantitySign() + l.quantity() + ",\"unit\":\"" + l.unit()
                                + "\",\"unitCost\":"
                                + t.priceSign() + l.price() + ",\"expectedDate\":\"" + l.date("-") + t.dateSuffix()
                                + "\"}")
                        .collect(Collectors.joining(","))
                + "]}]}";
    }

    private TradeLines() {}
}
