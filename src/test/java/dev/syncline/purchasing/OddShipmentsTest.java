package dev.syncline.purchasing;

import static dev.syncline.purchasing.OddDocuments.cxmlItem;
import static dev.syncline.purchasing.OddDocuments.cxmlNotice;
import static dev.syncline.purchasing.OddDocuments.cxmlReply;
import static dev.syncline.purchasing.OddDocuments.cxmlStatus;
import static dev.syncline.purchasing.OddDocuments.delivered;
import static dev.syncline.purchasing.OddDocuments.edifactNotice;
import static dev.syncline.purchasing.OddDocuments.edifactReply;
import static dev.syncline.purchasing.OddDocuments.of;
import static dev.syncline.purchasing.OddDocuments.ublNotice;
import static dev.syncline.purchasing.OddDocuments.ublReply;
import static dev.syncline.purchasing.OddDocuments.x12Notice;
import static dev.syncline.purchasing.OddDocuments.x12Reply;

import dev.syncline.purchasing.OddDocuments.Case;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Odd ship notices of an order of one line. */
class OddShipmentsTest {
    private static final String FIRST = "00*D-1*20261201";

    private static String x12(String levels) {
        return x12Notice(FIRST, levels);
    }

    private static String x12Item(String bsn, String sn1) {
        return x12Notice(bsn, "HL*1**O~PRF*PO-1~HL*2*1*I~LIN*1~" + sn1 + "~");
    }

    private static String shipped(int quantity) {
        String status = quantity == 0 ? "OPEN" : quantity == 10 ? "SHIPPED" : "PARTLY_SHIPPED";
        return status + "; " + status + " 10 0 " + quantity + " 0 0";
    }

    /** HL02 is optional, and SN1 may stand at the order. */
    static Stream<Case> levels() {
        return Stream.of(
                of(
                        "no parent numbers",
                        shipped(10),
                        "",
                        "x12",
                        x12("HL*1**S~HL*2**O~PRF*PO-1~HL*3**I~LIN*1~SN1*1*10*EA~")),
                of(
                        "no parent numbers, packages between",
                        shipped(10),
                        "",
                        "x12",
                        x12("HL*1**S~HL*2**O~PRF*PO-1~HL*3**T~HL*4**P~HL*5**I~LIN*1~SN1*1*4*EA~HL*6**P~HL*7**I~LIN*1~"
                                + "SN1*1*6*EA~")),
                of(
                        "an item at the order",
                        shipped(7),
                        "",
                        "x12",
                        x12("HL*1**S~HL*2*1*O~PRF*PO-1~LIN*1*BP*A~SN1*1*7*EA~")),
                of(
                        "two orders without parents",
                        shipped(3),
                        "",
                        "x12",
                        x12(
                                "HL*1**S~HL*2**O~PRF*PO-2~HL*3**I~LIN*1~SN1*1*10*EA~HL*4**O~PRF*PO-1~HL*5**I~LIN*1~SN1*1*3*EA~")),
                of(
                        "an item twice in one level",
                        "OPEN",
                        "stands twice in one level",
                        "x12",
                        x12("HL*1**O~PRF*PO-1~HL*2*1*I~LIN*1~SN1*1*3*EA~SN1*2*4*EA~")),
                of(
                        "quantities at the order beside those of items",
                        "OPEN",
                        "has items of its own",
                        "x12",
                        x12("HL*1**O~PRF*PO-1~SN1*1*9*EA~HL*2*1*I~LIN*1~SN1*1*3*EA~")),
                of(
                        "two orders at one level",
                        "OPEN",
                        "names a second order in one level",
                        "x12",
                        x12("HL*1**O~PRF*PO-2~PRF*PO-1~HL*2*1*I~LIN*1~SN1*1*3*EA~")),
                of("an item without SN1", "OPEN", "no SN1 says", "x12", x12("HL*1**O~PRF*PO-1~HL*2*1*I~LIN*1~")),
                // SN104, all so far
                of("all so far alone", shipped(8), "", "x12", x12Item(FIRST, "SN1*1**EA*8")),
                // C829 of LIN
                of(
                        "a part of a set",
                        shipped(5),
                        "Line 2 is a part of another line's article",
                        "edifact",
                        edifactNotice("9", "CPS+1'LIN+1'QTY+12:5'LIN+2+++1:1'QTY+12:20'")));
    }

    /** A ship notice that ships nothing is told. */
    static Stream<Case> nothing() {
        String told = "ships nothing: all its quantities are 0";
        String whole = "SHIPPED; SHIPPED 10 10 10 0 0";
        return Stream.of(
                of("0 of every item", shipped(0), told, "x12", x12Item(FIRST, "SN1*1*0*EA")),
                of("0 of every item", shipped(0), told, "edifact", edifactNotice("9", "CPS+1'LIN+1'QTY+12:0'")),
                of("0 of every item", shipped(0), told, "ubl", ublNotice("2026-12-01", "", delivered(0))),
                of("0 of every item", shipped(0), told, "cxml", cxmlNotice("", cxmlItem(0))),
                of(
                        "an item without quantity",
                        whole,
                        "has no quantity of line 1",
                        "edifact",
                        edifactNotice("9", "CPS+1'LIN+1'")),
                of(
                        "an item without quantity",
                        whole,
                        "has no quantity of line 1",
                        "ubl",
                        ublNotice("2026-12-01", "", "")),
                of(
                        "a part of the order, without items",
                        "OPEN",
                        "is of a part of the order and has no items",
                        "cxml",
                        cxmlNotice("fulfillmentType='partial'", "")),
                of(
                        "planned",
                        "OPEN on 2026-12-24; OPEN 10 0 0 0 0 on 2026-12-24",
                        "The shipment is planned",
                        "cxml",
                        cxmlNotice("shipmentType='planned' deliveryDate='2026-12-24'", cxmlItem(5))),
                // 1225: 46, provisional
                of(
                        "provisional",
                        "OPEN",
                        "not that of goods on their way",
                        "edifact",
                        edifactNotice("46", "LIN+1'QTY+12:5'")));
    }

    /** What was confirmed and is not in the shipment, with the reason. */
    static Stream<Case> later() {
        String later = "CONFIRMED; BACK_ORDERED 10 0 0 10 0";
        String five = "CONFIRMED; BACK_ORDERED 10 0 0 5 0";
        String backorder = "<cbc:BackorderQuantity unitCode='EA'>5</cbc:BackorderQuantity>";
        return Stream.of(
                // 668 IB in SN108
                of(
                        "back-ordered",
                        later,
                        "ships nothing",
                        "x12",
                        x12Reply("AD", "PO1*1*10*EA*2~").replace("20261201", "20261101"),
                        x12Item(FIRST, "SN1*1*0*EA**10*EA**IB")),
                of(
                        "back-ordered",
                        later,
                        "",
                        "edifact",
                        edifactReply("29", "LIN+1+5'QTY+113:10'"),
                        edifactNotice("9", "CPS+1'LIN+1'QTY+12:0'QTY+83:10'")),
                of(
                        "back-ordered",
                        five,
                        "",
                        "ubl",
                        ublReply("OrderResponse", "AP", "5", ""),
                        ublNotice("2026-12-01", "", delivered(0) + backorder)),
                of("all of it later", five, "", "ubl", ublNotice("2026-12-01", "", backorder)),
                of("all of it later", five, "", "edifact", edifactNotice("9", "CPS+1'LIN+1'QTY+83:5'")),
                of(
                        "cancelled",
                        "CANCELLED; CANCELLED 10 0 0 0 10",
                        "ships nothing",
                        "ubl",
                        ublReply("OrderResponse", "AP", "5", ""),
                        ublNotice(
                                "2026-12-01", "", "<cbc:LineStatusCode>Cancelled</cbc:LineStatusCode>" + delivered(0))),
                of(
                        "cancelled, with goods",
                        shipped(5),
                        "The line is cancelled, and the despatch has goods of it",
                        "ubl",
                        ublNotice(
                                "2026-12-01",
                                "",
                                "<cbc:LineStatusCode>Cancelled</cbc:LineStatusCode>" + delivered(5))));
    }

    /** One that takes the place of an earlier one of its number, or takes it back, is followed, and nothing to tell. */
    static Stream<Case> replaced() {
        String despatched = ublNotice("2026-12-01", "", delivered(5));
        String shipped = cxmlNotice("", cxmlItem(5));
        String confirmed = cxmlReply("detail", 10, cxmlStatus("accept", 10));
        return Stream.of(
                // 353: 05, replace
                of(
                        "told anew",
                        shipped(3),
                        "",
                        "x12",
                        x12Item(FIRST, "SN1*1*5*EA"),
                        x12Item("05*D-1*20261202", "SN1*1*3*EA")),
                // 1225: 5, replace
                of(
                        "told anew",
                        shipped(3),
                        "",
                        "edifact",
                        edifactNotice("9", "CPS+1'LIN+1'QTY+12:5'"),
                        edifactNotice("5", "CPS+1'LIN+1'QTY+12:3'")),
                of("told anew", shipped(3), "", "ubl", despatched, ublNotice("2026-12-02", "Revised", delivered(3))),
                of("told anew", shipped(7), "", "cxml", shipped, cxmlNotice("operation='update'", cxmlItem(7))),
                of("taken back", shipped(0), "", "ubl", despatched, ublNotice("2026-12-02", "Cancelled", delivered(5))),
                of("taken back", shipped(0), "", "cxml", shipped, cxmlNotice("operation='delete'", cxmlItem(5))),
                of(
                        "taken back, by its number alone",
                        shipped(0),
                        "",
                        "cxml",
                        shipped,
                        cxmlNotice("operation='delete'", "")),
                of(
                        "of the whole order, and taken back",
                        "CONFIRMED; CONFIRMED 10 10 0 0 0",
                        "The supplier took back D-1, which was of the whole order",
                        "cxml",
                        confirmed,
                        cxmlNotice("", ""),
                        cxmlNotice("operation='delete'", "")),
                of(
                        "of the whole order, and told anew",
                        "PARTLY_SHIPPED; PARTLY_SHIPPED 10 10 4 0 0",
                        "The supplier took back D-1, which was of the whole order",
                        "cxml",
                        confirmed,
                        cxmlNotice("", ""),
                        cxmlNotice("operation='update'", cxmlItem(4))),
                of(
                        "disputed",
                        shipped(5),
                        "The despatch is disputed",
                        "ubl",
                        ublNotice("2026-12-01", "Disputed", delivered(5))));
    }

    @ParameterizedTest
    @MethodSource({"levels", "nothing", "later", "replaced"})
    void becomesWhatItSays(Case odd) {
        odd.check();
    }
}
