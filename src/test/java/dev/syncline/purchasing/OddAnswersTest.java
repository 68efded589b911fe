package dev.syncline.purchasing;

import static dev.syncline.purchasing.OddDocuments.cxmlReply;
import static dev.syncline.purchasing.OddDocuments.cxmlStatus;
import static dev.syncline.purchasing.OddDocuments.edifactReply;
import static dev.syncline.purchasing.OddDocuments.json;
import static dev.syncline.purchasing.OddDocuments.jsonLine;
import static dev.syncline.purchasing.OddDocuments.of;
import static dev.syncline.purchasing.OddDocuments.ublReply;
import static dev.syncline.purchasing.OddDocuments.x12Change;
import static dev.syncline.purchasing.OddDocuments.x12Reply;

import dev.syncline.purchasing.OddDocuments.Case;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Odd answers to an order of one line. */
class OddAnswersTest {
    private static final String OPEN = "OPEN; OPEN 10 0 0 0 0";
    private static final String CONFIRMED = "CONFIRMED; CONFIRMED 10 10 0 0 0";

    /** A negative quantity or price is a fault; a difference is taken as the standard says. */
    static Stream<Case> signs() {
        return Stream.of(
                of("a decrease by a negative quantity", "OPEN", "is negative", "x12", x12Change("POC*1*QD*-5*0*EA*2~")),
                // POC03 is what is ordered now, POC04 what was left to receive
                of(
                        "what is left",
                        "CONFIRMED; CONFIRMED 5 5 0 0 0",
                        "The order had 10 of line 1",
                        "x12",
                        x12Change("POC*1*QD*5*2*EA*2~")),
                of(
                        "a decrease to nothing",
                        "CANCELLED; CANCELLED 0 0 0 0 0",
                        "the supplier has 0 as ordered",
                        "x12",
                        x12Change("POC*1*QD*0*0*EA*2~")),
                of("a sign behind", "OPEN", "is negative", "x12", x12Reply("AC", "PO1*1*10-*EA*2~ACK*IA*10*EA~")),
                of("a negative price", "OPEN", "is negative", "x12", x12Reply("AC", "PO1*1*10*EA*-2~ACK*IA*10*EA~")),
                of("a plus sign", CONFIRMED, "", "x12", x12Reply("AC", "PO1*1*+10*EA*2~ACK*IA*+10*EA~")),
                of(
                        "a negative part",
                        "OPEN",
                        "is negative",
                        "x12",
                        x12Reply("AC", "PO1*1*10*EA*2~ACK*IA*12*EA~ACK*IR*-2*EA~")),
                of(
                        "a negative quantity",
                        "OPEN",
                        "is negative",
                        "edifact",
                        edifactReply("4", "LIN+1+3'QTY+21:10'QTY+113:-5'")),
                of(
                        "a negative price",
                        "OPEN",
                        "is negative",
                        "edifact",
                        edifactReply("4", "LIN+1+5'QTY+113:5'PRI+AAA:-2'")),
                // 4221 CP: 4 less come, and no more
                of(
                        "a variance with its sign",
                        "CONFIRMED; CONFIRMED 10 6 0 0 4",
                        "",
                        "edifact",
                        edifactReply("4", "LIN+1+3'QTY+21:10'QVR+-4:21+CP'")),
                of(
                        "a negative back order",
                        "OPEN",
                        "is negative",
                        "ubl",
                        ublReply(
                                "OrderResponse",
                                "",
                                "5",
                                "<cbc:MaximumBackorderQuantity>-1</cbc:MaximumBackorderQuantity>")),
                of("a negative part", "OPEN", "is negative", "cxml", cxmlReply("detail", 10, cxmlStatus("accept", -1))),
                of("a negative quantity", "OPEN", "is negative", "json", jsonLine("\"quantityShipped\":-3")));
    }

    /** What is back-ordered is not confirmed, and how much comes later is what the document says, or the rest. */
    static Stream<Case> backOrders() {
        String later = "CONFIRMED; BACK_ORDERED 200 0 0 150 0";
        String nowAndLater = "CONFIRMED; CONFIRMED 200 50 0 150 0";
        return Stream.of(
                of(
                        "none now",
                        "CONFIRMED; BACK_ORDERED 10 0 0 10 0 on 2026-12-11",
                        "",
                        "x12",
                        x12Reply("AC", "PO1*1*10*EA*2~ACK*IB*0*EA*068*20261211~")),
                of("a part", later, "", "x12", x12Reply("AC", "PO1*1*200*EA*2~ACK*IB*150*EA~"))
                        .of(200),
                of(
                                "a part, the rest accepted",
                                nowAndLater,
                                "",
                                "x12",
                                x12Reply("AC", "PO1*1*200*EA*2~ACK*IB*150*EA~ACK*IA*50*EA~"))
                        .of(200),
                of("the balance", nowAndLater, "", "x12", x12Reply("AC", "PO1*1*200*EA*2~ACK*BP*50*EA~"))
                        .of(200),
                of(
                        "no quantity",
                        "CONFIRMED; BACK_ORDERED 10 0 0 10 0",
                        "",
                        "x12",
                        x12Reply("AC", "PO1*1*10*EA*2~ACK*IB~")),
                of(
                        "none now",
                        "CONFIRMED; BACK_ORDERED 10 0 0 10 0",
                        "",
                        "edifact",
                        edifactReply("4", "LIN+1+3'QTY+21:10'QTY+83:10'")),
                of("a part", later, "", "edifact", edifactReply("4", "LIN+1+3'QTY+21:200'QTY+83:150'"))
                        .of(200),
                of(
                                "a part, the rest to be delivered",
                                nowAndLater,
                                "",
                                "edifact",
                                edifactReply("4", "LIN+1+3'QTY+21:200'QTY+113:50'QTY+83:150'"))
                        .of(200),
                of(
                                "none now",
                                "CONFIRMED; BACK_ORDERED 200 0 0 200 0",
                                "",
                                "cxml",
                                cxmlReply("detail", 200, cxmlStatus("backordered", 0)))
                        .of(200),
                of("a part", later, "", "cxml", cxmlReply("detail", 200, cxmlStatus("backordered", 150)))
                        .of(200),
                of(
                                "a part, the rest accepted",
                                nowAndLater,
                                "",
                                "cxml",
                                cxmlReply("detail", 200, cxmlStatus("backordered", 150) + cxmlStatus("accept", 50)))
                        .of(200),
                of(
                        "none now",
                        "CONFIRMED; BACK_ORDERED 10 0 0 10 0",
                        "",
                        "json",
                        jsonLine("\"status\":\"backordered\",\"quantityBackordered\":0")),
                of("a part", later, "", "json", jsonLine("\"status\":\"backordered\",\"quantityBackordered\":150"))
                        .of(200),
                of(
                                "a part, the rest confirmed",
                                nowAndLater,
                                "",
                                "json",
                                jsonLine("\"status\":\"confirmed\",\"quantityBackordered\":150"))
                        .of(200),
                // Quantity is what will be delivered, beside what comes later
                of(
                                "10 now, 4 later",
                                "CONFIRMED; CONFIRMED 14 10 0 4 0",
                                "",
                                "ubl",
                                ublReply(
                                        "OrderResponse",
                                        "",
                                        "3",
                                        "<cbc:MaximumBackorderQuantity unitCode='EA'>4</cbc:MaximumBackorderQuantity>"))
                        .of(14),
                of(
                        "more than was ordered",
                        "CONFIRMED; CONFIRMED 10 10 0 4 0",
                        "confirms 10 and back-orders 4 of line 1",
                        "ubl",
                        ublReply(
                                "OrderResponse",
                                "",
                                "3",
                                "<cbc:MaximumBackorderQuantity unitCode='EA'>4</cbc:MaximumBackorderQuantity>")));
    }

    /** A line of which a part is off, or all of it; what nobody promised is not. */
    static Stream<Case> parts() {
        String rest = "says nothing of the rest";
        return Stream.of(
                of("on hold", "OPEN; RECEIVED 10 0 0 0 0", "", "x12", x12Reply("AC", "PO1*1*10*EA*2~ACK*IH*10*EA~")),
                of(
                        "a part rejected, the rest accepted",
                        "CONFIRMED; CONFIRMED 10 7 0 0 3",
                        "",
                        "x12",
                        x12Reply("AC", "PO1*1*10*EA*2~ACK*IA*7*EA~ACK*IR*3*EA~")),
                of(
                        "a part rejected alone",
                        "OPEN; RECEIVED 10 0 0 0 3",
                        rest,
                        "x12",
                        x12Reply("AC", "PO1*1*10*EA*2~ACK*IR*3*EA~")),
                of(
                        "a part rejected alone",
                        "OPEN; RECEIVED 10 0 0 0 3",
                        rest,
                        "cxml",
                        cxmlReply("detail", 10, cxmlStatus("reject", 3))),
                of(
                        "a part cancelled alone",
                        "OPEN; RECEIVED 10 0 0 0 3",
                        rest,
                        "json",
                        jsonLine("\"status\":\"cancelled\",\"quantityCancelled\":3")),
                of(
                        "all of it rejected",
                        "CANCELLED; REJECTED 10 0 0 0 10",
                        "",
                        "x12",
                        x12Reply("AC", "PO1*1*10*EA*2~ACK*IR*10*EA~")),
                of(
                        "not accepted, with its quantity",
                        "CANCELLED; REJECTED 10 0 0 0 10",
                        "",
                        "edifact",
                        edifactReply("4", "LIN+1+7'QTY+21:10'QTY+113:10'")),
                of(
                        "all but what is named",
                        "CANCELLED; REJECTED 10 0 0 0 10",
                        "",
                        "cxml",
                        cxmlReply("except", 10, cxmlStatus("reject", 10))),
                of("not affected", OPEN, "", "edifact", edifactReply("4", "LIN+1+4'QTY+21:10'QTY+113:10'")),
                of(
                        "not known yet",
                        "OPEN; RECEIVED 10 0 0 0 0",
                        "",
                        "cxml",
                        cxmlReply("detail", 10, cxmlStatus("unknown", 10))),
                of(
                        "a request for payment",
                        OPEN,
                        "",
                        "cxml",
                        cxmlReply("requestToPay", 10, cxmlStatus("requestToPay", 10))),
                of(
                        "a line twice",
                        CONFIRMED,
                        "",
                        "json",
                        json(
                                "\"lines\":[{\"poLineNumber\":1,\"quantityConfirmed\":4},{\"poLineNumber\":1,\"quantityConfirmed\":6}]")),
                of(
                        "a line twice, shipped",
                        "SHIPPED; SHIPPED 10 0 10 0 0",
                        "",
                        "json",
                        json(
                                "\"lines\":[{\"poLineNumber\":1,\"quantityShipped\":4},{\"poLineNumber\":\"01\",\"quantityShipped\":6}]")));
    }

    /** UNCL1229 in an OrderChange. */
    static Stream<Case> changes() {
        return Stream.of(
                of("1, added", CONFIRMED, "", "ubl", ublReply("OrderChange", "", "1", "")),
                of("2, deleted", "CANCELLED; CANCELLED 10 0 0 0 10", "", "ubl", ublReply("OrderChange", "", "2", "")),
                of("3, changed", CONFIRMED, "", "ubl", ublReply("OrderChange", "", "3", "")),
                of("4, no action", OPEN, "", "ubl", ublReply("OrderChange", "", "4", "")),
                of("74, reopened", "OPEN; RECEIVED 10 0 0 0 0", "", "ubl", ublReply("OrderChange", "", "74", "")));
    }

    static Stream<Case> datesAndPrices() {
        String price = "<UnitPrice><Money currency='EUR'>3</Money></UnitPrice>";
        return Stream.of(
                of(
                        "a week that is none",
                        CONFIRMED,
                        "is no period of format 616",
                        "edifact",
                        edifactReply("4", "LIN+1+5'QTY+113:10'DTM+69:202699:616'")),
                of(
                        "a period that ends before it begins",
                        CONFIRMED,
                        "is no period of format 718",
                        "edifact",
                        edifactReply("4", "LIN+1+5'QTY+113:10'DTM+69:2026122420261220:718'")),
                of(
                        "a price for 100",
                        CONFIRMED + " at 2.5",
                        "",
                        "edifact",
                        edifactReply("4", "LIN+1+5'QTY+113:10'PRI+AAA:250:::100'")),
                of(
                        "a date of shipping",
                        CONFIRMED + " on 2026-12-20",
                        "",
                        "cxml",
                        cxmlReply("detail", 10, cxmlStatus("detail", 10, "shipmentDate='2026-12-20'", ""))),
                of(
                        "a part at another price",
                        CONFIRMED,
                        "several prices, or some none",
                        "cxml",
                        cxmlReply("detail", 10, cxmlStatus("detail", 4, "", price) + cxmlStatus("accept", 6))),
                of(
                        "all at another price, but what is rejected",
                        "CONFIRMED; CONFIRMED 10 4 0 0 6 at 3",
                        "",
                        "cxml",
                        cxmlReply("detail", 10, cxmlStatus("detail", 4, "", price) + cxmlStatus("reject", 6))),
                // 6411 of PRI
                of(
                        "a price by weight",
                        CONFIRMED,
                        "The price is by KGM, and line 1 is in PCE",
                        "edifact",
                        edifactReply("4", "LIN+1+5'QTY+113:10:PCE'PRI+AAA:7:::1:KGM'")),
                // 639 PP, per pound, of pieces
                of(
                        "a price by weight",
                        CONFIRMED,
                        "does not tell what one EA costs",
                        "x12",
                        x12Reply("AC", "PO1*1*10*EA*7*PP~ACK*IA*10*EA~")));
    }

    /** The document and its lines, or two of one order, say what cannot be all true. */
    static Stream<Case> contradictions() {
        String off = "rejects the order, and promises line 1";
        return Stream.of(
                of("rejected, and accepted", CONFIRMED, off, "x12", x12Reply("RJ", "PO1*1*10*EA*2~ACK*IA*10*EA~")),
                of("rejected, and accepted", CONFIRMED, off, "edifact", edifactReply("27", "LIN+1+5'QTY+21:10'")),
                of("rejected, and accepted", CONFIRMED, off, "ubl", ublReply("OrderResponse", "RE", "5", "")),
                of("rejected, and accepted", CONFIRMED, off, "cxml", cxmlReply("reject", 10, cxmlStatus("accept", 10))),
                of(
                        "cancelled, and confirmed",
                        CONFIRMED,
                        "cancels the order, and promises line 1",
                        "json",
                        json("\"status\":\"cancelled\",\"lines\":[{\"poLineNumber\":1,\"status\":\"confirmed\"}]")),
                of(
                        "cancelled, and some of it had left",
                        "SHIPPED; SHIPPED 10 4 4 0 6",
                        "",
                        "json",
                        json(
                                "\"status\":\"cancelled\",\"lines\":[{\"poLineNumber\":1,\"status\":\"shipped\",\"quantityShipped\":4,\"quantityCancelled\":6}]")),
                of(
                        "twice in a page",
                        "CONFIRMED; CONFIRMED 10 6 0 0 0",
                        "gives the order twice",
                        "json",
                        "{\"orders\":[{\"poNumber\":\"PO-1\",\"lines\":[{\"poLineNumber\":1,\"quantityConfirmed\":4}]},"
                                + "{\"poNumber\":\"PO-1\",\"lines\":[{\"poLineNumber\":1,\"quantityConfirmed\":6}]}]}"),
                of(
                        "under two numbers of the supplier's",
                        "CONFIRMED; CONFIRMED 10 6 0 0 0",
                        "as S-1 and as S-2",
                        "json",
                        json("\"orderNumber\":\"S-1\",\"lines\":[{\"poLineNumber\":1,\"quantityConfirmed\":4}]"),
                        json("\"orderNumber\":\"S-2\",\"lines\":[{\"poLineNumber\":1,\"quantityConfirmed\":6}]")
                                .replace("2026-11-01", "2026-11-02")),
                of(
                        "no lines, and confirmed",
                        CONFIRMED,
                        "no lines and is not cancelled",
                        "json",
                        json("\"status\":\"confirmed\",\"lines\":[]")),
                of(
                        "of two orders, and a line of one of them",
                        "OPEN",
                        "of several orders (RFF ON)",
                        "edifact",
                        edifactReply("4", "RFF+ON:PO-2'LIN+1+5'QTY+113:10'")),
                of("fields that nobody knows", OPEN, "It has 'qty'", "json", jsonLine("\"qty\":4")));
    }

    /** Articles, and what is not an article of the order. */
    static Stream<Case> articles() {
        return Stream.of(
                of(
                        "a substitution without the other article",
                        CONFIRMED,
                        "names none in ACK07 and ACK08",
                        "x12",
                        x12Reply("AC", "PO1*1*10*EA*2**VP*VP-A~ACK*IS*10*EA~")),
                of(
                        "another article that is accepted",
                        CONFIRMED,
                        "ask the supplier which one comes",
                        "x12",
                        x12Reply("AC", "PO1*1*10*EA*2**VP*VP-A~ACK*IA*10*EA****VP*NEW~")),
                // C829 of LIN: 5495 1, sub-line, of line 1
                of(
                        "a part of a set",
                        CONFIRMED,
                        "Line 2 is a part of another line's article",
                        "edifact",
                        edifactReply("4", "LIN+1+5'QTY+113:10'LIN+2+++1:1'QTY+113:20'")));
    }

    /** A code that leaves it to the lines, and a mark of a test. */
    static Stream<Case> marks() {
        return Stream.of(
                of("mutually defined", OPEN, "Code ZZ does not say", "x12", x12Reply("ZZ", "PO1*1*10*EA*2~")),
                of(
                        "mutually defined, told by lines",
                        CONFIRMED,
                        "",
                        "x12",
                        x12Reply("ZZ", "PO1*1*10*EA*2~ACK*IA*10*EA~")),
                // ISA15
                of(
                        "a test",
                        CONFIRMED,
                        "ISA15 is T",
                        "x12",
                        x12Reply("AC", "PO1*1*10*EA*2~ACK*IA*10*EA~").replace("*0*P*>", "*0*T*>")),
                of(
                        "a test",
                        CONFIRMED,
                        "0035 of UNB is 1",
                        "edifact",
                        edifactReply("29", "LIN+1+5'QTY+113:10'").replace("0800+1'", "0800+1++++++1'")),
                of(
                        "a test",
                        CONFIRMED,
                        "deploymentMode is test",
                        "cxml",
                        cxmlReply("accept", 0, "").replace("<Request>", "<Request deploymentMode='test'>")));
    }

    @ParameterizedTest
    @MethodSource({"signs", "backOrders", "parts", "changes", "datesAndPrices", "contradictions", "articles", "marks"})
    void becomesWhatItSays(Case odd) {
        odd.check();
    }
}
