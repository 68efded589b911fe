package dev.syncline.supplier;

import static dev.syncline.supplier.TradeDocuments.READERS;
import static dev.syncline.supplier.TradeDocuments.cxml;
import static dev.syncline.supplier.TradeDocuments.edifact;
import static dev.syncline.supplier.TradeDocuments.ubl;
import static dev.syncline.supplier.TradeDocuments.x12;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are odd and legal, or nearly: what becomes of the order, and whether a buyer is told. */
class OddDocumentsTest {
    /** @param becomes the order's status, its lines, and {@code told} where there is a warning or fault */
    record Case(String name, String becomes, String format, List<String> documents) {
        @Override
        public String toString() {
            return format + ": " + name;
        }
    }

    private static Case of(String name, String becomes, String format, String... documents) {
        return new Case(name, becomes, format, List.of(documents));
    }

    private static Case x12Reply(String name, String becomes, String type, String lines) {
        return of(name, becomes, "x12", x12("PR", "ST*855*1~BAK*00*" + type + "*PO-1*20261101~" + lines + "SE*1*1~"));
    }

    private static Case x12Change(String name, String becomes, String lines) {
        return of(name, becomes, "x12", x12("CA", "ST*865*1~BCA*00*AC*PO-1***20261101~" + lines + "SE*1*1~"));
    }

    private static String x12Notice(String levels) {
        return x12("SH", "ST*856*1~BSN*00*D-1*20261201*0800~" + levels + "SE*1*1~");
    }

    private static Case edifactReply(String name, String becomes, String function, String lines) {
        return of(name, becomes, "edifact", edifactReply(function, lines));
    }

    private static String edifactReply(String function, String lines) {
        return edifact("UNH+1+ORDRSP:D:96A:UN'BGM+231+R-1+" + function + "'DTM+137:20261101:102'RFF+ON:PO-1'" + lines
                + "UNT+1+1'");
    }

    private static String edifactNotice(String lines) {
        return edifact("UNH+1+DESADV:D:96A:UN'BGM+351+D-1+9'DTM+137:20261201:102'RFF+ON:PO-1'" + lines + "UNT+1+1'");
    }

    private static final String UBL_HEAD = "<cbc:ID>R-1</cbc:ID><cbc:IssueDate>2026-11-01</cbc:IssueDate>";
    private static final String UBL_ORDER = "<cac:OrderReference><cbc:ID>PO-1</cbc:ID></cac:OrderReference>";

    private static Case ublReply(String name, String becomes, String type, String code, String status, String rest) {
        return of(
                name,
                becomes,
                "ubl",
                ubl(
                        type,
                        UBL_HEAD
                                + (code.isEmpty() ? "" : "<cbc:OrderResponseCode>" + code + "</cbc:OrderResponseCode>")
                                + UBL_ORDER + "<cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID>"
                                + (status.isEmpty() ? "" : "<cbc:LineStatusCode>" + status + "</cbc:LineStatusCode>")
                                + "<cbc:Quantity unitCode='EA'>10</cbc:Quantity>" + rest
                                + "</cac:LineItem></cac:OrderLine>"));
    }

    private static String ublNotice(String line) {
        return ubl(
                "DespatchAdvice", "<cbc:ID>D-1</cbc:ID><cbc:IssueDate>2026-12-01</cbc:IssueDate>" + UBL_ORDER + line);
    }

    private static String despatched(String quantities) {
        return "<cac:DespatchLine><cbc:ID>1</cbc:ID>" + quantities
                + "<cac:OrderLineReference><cbc:LineID>1</cbc:LineID></cac:OrderLineReference><cac:Item/></cac:DespatchLine>";
    }

    private static Case cxmlReply(String name, String becomes, String type, String statuses) {
        return of(
                name,
                becomes,
                "cxml",
                cxml(
                        "c1",
                        "<ConfirmationRequest><ConfirmationHeader type='" + type
                                + "' confirmID='C-1' noticeDate='2026-11-01'/><OrderReference orderID='PO-1'/>"
                                + (statuses.isEmpty()
                                        ? ""
                                        : "<ConfirmationItem lineNumber='1' quantity='200'><UnitOfMeasure>EA</UnitOfMeasure>"
                                                + statuses + "</ConfirmationItem>")
                                + "</ConfirmationRequest>"));
    }

    private static String cxmlStatus(String type, String quantity) {
        return "<ConfirmationStatus type='" + type + "' quantity='" + quantity
                + "'><UnitOfMeasure>EA</UnitOfMeasure></ConfirmationStatus>";
    }

    private static String cxmlNotice(String attributes, String items) {
        return cxml(
                "s" + attributes.hashCode(),
                "<ShipNoticeRequest><ShipNoticeHeader shipmentID='D-1' noticeDate='2026-12-01'" + attributes
                        + "/><ShipNoticePortion><OrderReference orderID='PO-1'/>" + items
                        + "</ShipNoticePortion></ShipNoticeRequest>");
    }

    private static String cxmlItem(String quantity) {
        return "<ShipNoticeItem lineNumber='1' quantity='" + quantity
                + "'><UnitOfMeasure>EA</UnitOfMeasure></ShipNoticeItem>";
    }

    private static Case json(String name, String becomes, String order) {
        return of(
                name,
                becomes,
                "json",
                "{\"orders\":[{\"poNumber\":\"PO-1\",\"updatedAt\":\"2026-11-01\"," + order + "}]}");
    }

    static Stream<Case> cases() {
        String buyersOrder = x12("PO", "ST*850*1~BEG*00*NE*PO-1**20261020~PO1*1*10*EA*2**BP*A-1~SE*1*1~");
        return Stream.of(
                // 1: signs and differences
                x12Change("a decrease by a negative quantity", "null, told", "POC*1*QD*-5*0*EA*2~"),
                x12Change(
                        "a decrease with what is left",
                        "CHANGED; 1 CHANGED ordered 5 confirmed 5 at 2",
                        "POC*1*QD*5*2*EA*2~"),
                x12Change(
                        "a decrease to nothing", "CHANGED; 1 CHANGED ordered 0 confirmed 0 at 2", "POC*1*QD*0*0*EA*2~"),
                x12Reply("a sign behind the number", "null, told", "AC", "PO1*1*10-*EA*2~ACK*IA*10*EA~"),
                x12Reply("a negative price", "null, told", "AC", "PO1*1*10*EA*-2~ACK*IA*10*EA~"),
                x12Reply(
                        "a plus sign",
                        "CHANGED; 1 ACCEPTED ordered 10 confirmed 10 at 2",
                        "AC",
                        "PO1*1*+10*EA*2~ACK*IA*+10*EA~"),
                x12Reply("a negative part", "null, told", "AC", "PO1*1*10*EA*2~ACK*IA*12*EA~ACK*IR*-2*EA~"),
                edifactReply("a negative quantity", "null, told", "4", "LIN+1+3'QTY+21:10'QTY+113:-5'"),
                edifactReply("a negative price", "null, told", "4", "LIN+1+5'QTY+113:5'PRI+AAA:-2'"),
                edifactReply(
                        "a variance with its sign",
                        "CHANGED; 1 CHANGED ordered 10 confirmed 6 cancelled 4",
                        "4",
                        "LIN+1+3'QTY+21:10'QVR+-4:21+CP'"),
                ublReply(
                        "a negative backorder",
                        "null, told",
                        "OrderResponse",
                        "",
                        "5",
                        "<cbc:MaximumBackorderQuantity>-1</cbc:MaximumBackorderQuantity>"),
                cxmlReply("a negative part", "null, told", "detail", cxmlStatus("accept", "-1")),
                json("a negative quantity", "null, told", "\"lines\":[{\"poLineNumber\":1,\"quantityShipped\":-3}]"),
                // 2 and 3: levels, and what ships nothing
                of(
                        "no parent numbers",
                        "null; 1 null shipped 10",
                        "x12",
                        x12Notice("HL*1**S~HL*2**O~PRF*PO-1~HL*3**I~LIN*1~SN1*1*10*EA~")),
                of(
                        "no parent numbers, packages between",
                        "null; 1 null shipped 10",
                        "x12",
                        x12Notice(
                                "HL*1**S~HL*2**O~PRF*PO-1~HL*3**T~HL*4**P~HL*5**I~LIN*1~SN1*1*4*EA~HL*6**P~HL*7**I~LIN*1~SN1*1*6*EA~")),
                of(
                        "an item at the order",
                        "null; 1 null shipped 7",
                        "x12",
                        x12Notice("HL*1**S~HL*2*1*O~PRF*PO-1~LIN*1*BP*A~SN1*1*7*EA~")),
                of(
                        "two orders without parents",
                        "null; 1 null shipped 3",
                        "x12",
                        x12Notice(
                                "HL*1**S~HL*2**O~PRF*PO-2~HL*3**I~LIN*1~SN1*1*10*EA~HL*4**O~PRF*PO-1~HL*5**I~LIN*1~SN1*1*3*EA~")),
                of(
                        "an item twice in one level",
                        "null, told",
                        "x12",
                        x12Notice("HL*1**O~PRF*PO-1~HL*2*1*I~LIN*1~SN1*1*3*EA~SN1*2*4*EA~")),
                of(
                        "quantities at the order beside those of items",
                        "null, told",
                        "x12",
                        x12Notice("HL*1**O~PRF*PO-1~SN1*1*9*EA~HL*2*1*I~LIN*1~SN1*1*3*EA~")),
                of(
                        "all so far alone",
                        "null; 1 null shipped 8",
                        "x12",
                        x12Notice("HL*1**O~PRF*PO-1~HL*2*1*I~LIN*1~SN1*1**EA*8~")),
                of(
                        "nothing of every item",
                        "null; 1 null shipped 0, told",
                        "x12",
                        x12Notice("HL*1**O~PRF*PO-1~HL*2*1*I~LIN*1~SN1*1*0*EA~")),
                of("no items", "null, told", "x12", x12Notice("HL*1**S~DTM*067*20261224~HL*2*1*O~PRF*PO-1~")),
                of(
                        "nothing of every item",
                        "null; 1 null shipped 0, told",
                        "edifact",
                        edifactNotice("CPS+1'LIN+1'QTY+12:0'")),
                of("no items", "null, told", "edifact", edifactNotice("DTM+67:20261224:102'")),
                of("items without quantities", "null; 1 SHIPPED, told", "edifact", edifactNotice("CPS+1'LIN+1'")),
                of(
                        "nothing of every item",
                        "null; 1 null shipped 0, told",
                        "ubl",
                        ublNotice(despatched("<cbc:DeliveredQuantity unitCode='EA'>0</cbc:DeliveredQuantity>"))),
                of("items without quantities", "null; 1 SHIPPED, told", "ubl", ublNotice(despatched(""))),
                of(
                        "all of it later",
                        "null; 1 BACK_ORDERED later 5",
                        "ubl",
                        ublNotice(despatched("<cbc:BackorderQuantity unitCode='EA'>5</cbc:BackorderQuantity>"))),
                of(
                        "nothing now, all of it later",
                        "null; 1 null shipped 0 later 5",
                        "ubl",
                        ublNotice(
                                despatched(
                                        "<cbc:DeliveredQuantity unitCode='EA'>0</cbc:DeliveredQuantity><cbc:BackorderQuantity unitCode='EA'>5</cbc:BackorderQuantity>"))),
                of(
                        "all of it later",
                        "null; 1 BACK_ORDERED later 5",
                        "edifact",
                        edifactNotice("CPS+1'LIN+1'QTY+83:5'")),
                of("nothing of every item", "null; 1 null shipped 0, told", "cxml", cxmlNotice("", cxmlItem("0"))),
                of(
                        "told anew",
                        "null; 1 null shipped 7, told",
                        "cxml",
                        cxmlNotice("", cxmlItem("5")),
                        cxmlNotice(" operation='update'", cxmlItem("7"))),
                of(
                        "taken back",
                        "null; 1 null shipped 0, told",
                        "cxml",
                        cxmlNotice("", cxmlItem("5")),
                        cxmlNotice(" operation='delete'", cxmlItem("5"))),
                of(
                        "planned",
                        "null; 1 null, told",
                        "cxml",
                        cxmlNotice(" shipmentType='planned' deliveryDate='2026-12-24'", cxmlItem("5"))),
                // 4: back orders
                x12Reply(
                        "none now, all later",
                        "CHANGED; 1 BACK_ORDERED ordered 10 later 0 at 2 on 2026-12-11",
                        "AC",
                        "PO1*1*10*EA*2~ACK*IB*0*EA*068*20261211~"),
                x12Reply(
                        "a part later, nothing of the rest",
                        "CHANGED; 1 BACK_ORDERED ordered 200 later 150 at 2",
                        "AC",
                        "PO1*1*200*EA*2~ACK*IB*150*EA~"),
                x12Reply(
                        "a part later, the rest accepted",
                        "CHANGED; 1 BACK_ORDERED ordered 200 confirmed 50 later 150 at 2",
                        "AC",
                        "PO1*1*200*EA*2~ACK*IB*150*EA~ACK*IA*50*EA~"),
                x12Reply(
                        "a part now, the balance later",
                        "CHANGED; 1 BACK_ORDERED ordered 200 confirmed 50 later 150 at 2",
                        "AC",
                        "PO1*1*200*EA*2~ACK*BP*50*EA~"),
                x12Reply(
                        "back-ordered without a quantity",
                        "CHANGED; 1 BACK_ORDERED ordered 10 at 2",
                        "AC",
                        "PO1*1*10*EA*2~ACK*IB~"),
                x12Reply("on hold", "CHANGED; 1 RECEIVED ordered 10 at 2", "AC", "PO1*1*10*EA*2~ACK*IH*10*EA~"),
                x12Reply(
                        "a part rejected",
                        "CHANGED; 1 CHANGED ordered 10 confirmed 7 cancelled 3 at 2",
                        "AC",
                        "PO1*1*10*EA*2~ACK*IA*7*EA~ACK*IR*3*EA~"),
                x12Reply(
                        "a code that nobody knows",
                        "CHANGED; 1 null ordered 10 at 2, told",
                        "AC",
                        "PO1*1*10*EA*2~ACK*Q9*10*EA~"),
                edifactReply(
                        "none now, all later",
                        "CHANGED; 1 BACK_ORDERED ordered 10 later 10",
                        "4",
                        "LIN+1+3'QTY+21:10'QTY+83:10'"),
                edifactReply(
                        "a part later",
                        "CHANGED; 1 BACK_ORDERED ordered 200 later 150",
                        "4",
                        "LIN+1+3'QTY+21:200'QTY+83:150'"),
                edifactReply(
                        "a part later, the rest to be delivered",
                        "CHANGED; 1 BACK_ORDERED ordered 200 confirmed 50 later 150",
                        "4",
                        "LIN+1+3'QTY+21:200'QTY+113:50'QTY+83:150'"),
                edifactReply("a message on hold", "RECEIVED; 1 RECEIVED", "23", "LIN+1'QTY+113:10'"),
                edifactReply("a message that is not accepted", "REJECTED; 1 REJECTED", "27", "LIN+1'QTY+113:10'"),
                edifactReply("a proposal", "null; 1 null, told", "16", "LIN+1'QTY+113:10'"),
                edifactReply(
                        "a line that is not accepted, with its quantity",
                        "CHANGED; 1 REJECTED ordered 10",
                        "4",
                        "LIN+1+7'QTY+21:10'QTY+113:10'"),
                edifactReply("a line that is not affected", "CHANGED; 1 null", "4", "LIN+1+4'QTY+21:10'QTY+113:10'"),
                cxmlReply(
                        "none now, all later",
                        "null; 1 BACK_ORDERED ordered 200 later 0",
                        "detail",
                        cxmlStatus("backordered", "0")),
                cxmlReply(
                        "a part later",
                        "null; 1 BACK_ORDERED ordered 200 later 150",
                        "detail",
                        cxmlStatus("backordered", "150")),
                cxmlReply(
                        "a part later, the rest accepted",
                        "null; 1 BACK_ORDERED ordered 200 confirmed 50 later 150",
                        "detail",
                        cxmlStatus("backordered", "150") + cxmlStatus("accept", "50")),
                cxmlReply("not known yet", "null; 1 RECEIVED ordered 200", "detail", cxmlStatus("unknown", "200")),
                cxmlReply(
                        "a request for payment",
                        "null; 1 null ordered 200",
                        "requestToPay",
                        cxmlStatus("requestToPay", "200")),
                cxmlReply(
                        "all but what is named",
                        "CHANGED; 1 REJECTED ordered 200 cancelled 200",
                        "except",
                        cxmlStatus("reject", "200")),
                json(
                        "back-ordered with 0",
                        "null; 1 BACK_ORDERED ordered 10 later 0",
                        "\"lines\":[{\"poLineNumber\":1,\"status\":\"backordered\",\"quantityOrdered\":10,\"quantityBackordered\":0}]"),
                json(
                        "back-ordered a part",
                        "null; 1 BACK_ORDERED ordered 200 later 150",
                        "\"lines\":[{\"poLineNumber\":1,\"status\":\"backordered\",\"quantityOrdered\":200,\"quantityBackordered\":150}]"),
                json(
                        "confirmed, and a part later",
                        "null; 1 ACCEPTED ordered 200 later 150",
                        "\"lines\":[{\"poLineNumber\":1,\"status\":\"confirmed\",\"quantityOrdered\":200,\"quantityBackordered\":150}]"),
                ublReply(
                        "a part later",
                        "null; 1 CHANGED confirmed 10 later 4",
                        "OrderResponse",
                        "",
                        "3",
                        "<cbc:MaximumBackorderQuantity unitCode='EA'>4</cbc:MaximumBackorderQuantity>"),
                // 5: UNCL1229 in OrderChange, and codes of the response
                ublReply("added", "null; 1 CHANGED ordered 10", "OrderChange", "", "1", ""),
                ublReply("deleted", "null; 1 CANCELLED ordered 10", "OrderChange", "", "2", ""),
                ublReply("changed", "null; 1 CHANGED ordered 10", "OrderChange", "", "3", ""),
                ublReply("no action", "null; 1 null", "OrderChange", "", "4", ""),
                ublReply("reopened", "null; 1 RECEIVED ordered 10", "OrderChange", "", "74", ""),
                ublReply("message received alone", "RECEIVED; 1 null", "OrderResponse", "AB", "", ""),
                ublReply("a code that nobody knows", "null; 1 null, told", "OrderResponse", "XX", "", ""),
                ublReply("not found", "null; 1 REJECTED", "OrderResponse", "", "10", ""),
                ublReply("accepted with amendment", "null; 1 CHANGED confirmed 10", "OrderResponse", "", "6", ""),
                // 8: a line told twice
                json(
                        "a line twice",
                        "null; 1 null confirmed 10",
                        "\"lines\":[{\"poLineNumber\":1,\"quantityConfirmed\":4},{\"poLineNumber\":1,\"quantityConfirmed\":6}]"),
                json(
                        "a line twice, shipped",
                        "null; 01 null shipped 10",
                        "\"lines\":[{\"poLineNumber\":1,\"quantityShipped\":4},{\"poLineNumber\":\"01\",\"quantityShipped\":6}]"),
                // 9: dates
                edifactReply(
                        "a period without hyphen",
                        "CHANGED; 1 ACCEPTED confirmed 5 on 2026-12-24",
                        "4",
                        "LIN+1+5'QTY+113:5'DTM+69:2026122020261224:718'"),
                edifactReply(
                        "a month",
                        "CHANGED; 1 ACCEPTED confirmed 5 on 2026-12-31",
                        "4",
                        "LIN+1+5'QTY+113:5'DTM+69:202612:610'"),
                edifactReply(
                        "a week",
                        "CHANGED; 1 ACCEPTED confirmed 5 on 2026-12-27",
                        "4",
                        "LIN+1+5'QTY+113:5'DTM+69:202652:616'"),
                edifactReply(
                        "a week that is none",
                        "CHANGED; 1 ACCEPTED confirmed 5, told",
                        "4",
                        "LIN+1+5'QTY+113:5'DTM+69:202699:616'"),
                edifactReply(
                        "a period that ends before it begins",
                        "CHANGED; 1 ACCEPTED confirmed 5, told",
                        "4",
                        "LIN+1+5'QTY+113:5'DTM+69:2026122420261220:718'"),
                // 11: the buyer cancelled
                of(
                        "an answer behind the buyer's cancellation",
                        "CANCELLED; 1 CANCELLED ordered 10 at 2, told",
                        "x12",
                        buyersOrder,
                        x12("PO", "ST*850*1~BEG*01*NE*PO-1**20261101~SE*1*1~"),
                        x12("PR", "ST*855*1~BAK*00*AK*PO-1*20261101****S-1*20261215~SE*1*1~")),
                // 12: prices and units
                edifactReply(
                        "a price for 0",
                        "CHANGED; 1 ACCEPTED confirmed 5, told",
                        "4",
                        "LIN+1+5'QTY+113:5'PRI+AAA:2:::0'"),
                edifactReply(
                        "a price for 100",
                        "CHANGED; 1 ACCEPTED confirmed 5 at 2.5",
                        "4",
                        "LIN+1+5'QTY+113:5'PRI+AAA:250:::100'"),
                edifactReply(
                        "two units in one line",
                        "CHANGED; 1 ACCEPTED ordered 5 confirmed 5, told",
                        "4",
                        "LIN+1+5'QTY+21:5:PCE'QTY+113:5:BX'"),
                ublReply(
                        "a price for 0",
                        "null; 1 ACCEPTED confirmed 10, told",
                        "OrderResponse",
                        "",
                        "5",
                        "<cac:Price><cbc:PriceAmount currencyID='EUR'>2</cbc:PriceAmount><cbc:BaseQuantity>0</cbc:BaseQuantity></cac:Price>"),
                x12Reply(
                        "a price for a hundred",
                        "CHANGED; 1 ACCEPTED ordered 10 confirmed 10 at 2.5",
                        "AC",
                        "PO1*1*10*EA*250*HP~ACK*IA*10*EA~"),
                json(
                        "lines under another name",
                        "null, told",
                        "\"items\":[{\"poLineNumber\":1,\"quantityConfirmed\":4}]"),
                json("fields that nobody knows", "null; 1 null, told", "\"lines\":[{\"poLineNumber\":1,\"qty\":4}]"),
                // 14: the other side's
                of("a buyer's order alone", "null; 1 null ordered 10 at 2", "x12", buyersOrder),
                of("a draft", "null, told", "x12", x12("PR", "ST*855*1~BAK*24*AK*PO-1*20261101~SE*1*1~")),
                of(
                        "a simulation of a shipment",
                        "null, told",
                        "x12",
                        x12(
                                "SH",
                                "ST*856*1~BSN*77*D-1*20261201*0800~HL*1**O~PRF*PO-1~HL*2*1*I~LIN*1~SN1*1*3*EA~SE*1*1~")),
                of(
                        "a proposal of a shipment",
                        "null, told",
                        "edifact",
                        edifact(
                                "UNH+1+DESADV:D:96A:UN'BGM+351+D-1+16'DTM+137:20261201:102'RFF+ON:PO-1'LIN+1'QTY+12:5'UNT+1+1'")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void becomesWhatItSays(Case odd) {
        List<Said> said = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (String text : odd.documents()) {
            Document read =
                    Document.read(READERS.get(odd.format()), text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
            if (read.fault() != null) {
                told.add(read.fault());
                continue;
            }
            read.reading().faults().forEach(fault -> told.add(fault.problem()));
            read.orders().stream()
                    .filter(order -> "PO-1".equals(order.orderNumber()))
                    .forEach(order -> said.add(new Said(order, Instant.EPOCH, said.size() + 1, 0, read.warnings())));
        }
        OrderState state = Fold.of(said);
        told.addAll(state.warnings().stream()
                .filter(warning -> !warning.matches("(SE|UNT) declares .*|.*schema.*"))
                .toList());
        assertEquals(odd.becomes(), summary(state) + (told.isEmpty() ? "" : ", told"), told.toString());
    }

    private static String summary(OrderState state) {
        return state.status()
                + state.lines().stream().map(OddDocumentsTest::summary).collect(Collectors.joining());
    }

    private static String summary(OrderState.Line line) {
        return "; " + line.line() + " " + line.status()
                + number(" ordered ", line.ordered())
                + number(" confirmed ", line.confirmed())
                + number(" shipped ", line.shipped())
                + number(" later ", line.backOrdered())
                + number(" cancelled ", line.cancelled())
                + number(" at ", line.unitCost())
                + (line.expectedOn() == null ? "" : " on " + line.expectedOn());
    }

    private static String number(String what, BigDecimal number) {
        return number == null ? "" : what + number.stripTrailingZeros().toPlainString();
    }
}
