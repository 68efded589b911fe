package dev.syncline.supplier.order;

import static dev.syncline.document.TradeDocuments.edifact;
import static dev.syncline.document.TradeDocuments.ubl;
import static dev.syncline.document.TradeDocuments.x12;
import static dev.syncline.supplier.inbox.FoldedDocuments.fold;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.SupplierOrder.Status;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Another article in place of the ordered one: never both. */
class SubstitutionTest {
    /** Of 10, as many of NEW in place of OLD as the document says. */
    static Stream<Arguments> substitutions() {
        return Stream.of(
                // 668 IS with 235/234 in ACK07 and ACK08
                Arguments.of(
                        "x12",
                        x12(
                                "PR",
                                "ST*855*0001~BAK*00*AC*PO-1*20261201~PO1*1*10*EA*2**VP*OLD~"
                                        + "ACK*IS*10*EA*068*20261224**VP*NEW~SE*5*0001~"),
                        x12(
                                "SH",
                                "ST*856*0001~BSN*00*D-1*20261210*0800~HL*1**O~PRF*PO-1~HL*2*1*I~LIN*1*VP*NEW~SN1*1*10*EA~"
                                        + "SE*8*0001~")),
                // 4347 of PIA: 3, substituted by
                Arguments.of(
                        "edifact",
                        edifact("UNH+1+ORDRSP:D:96A:UN'BGM+231+R-1+4'RFF+ON:PO-1'LIN+1+3+OLD:SA'PIA+3+NEW:SA'QTY+21:10'"
                                + "QTY+113:10'UNT+8+1'"),
                        edifact("UNH+1+DESADV:D:96A:UN'BGM+351+D-1+9'DTM+137:20261210:102'RFF+ON:PO-1'LIN+1++NEW:SA'"
                                + "QTY+12:10'UNT+7+1'")),
                // 4347 of PIA: 4, substituted for
                Arguments.of(
                        "edifact",
                        edifact("UNH+1+ORDRSP:D:96A:UN'BGM+231+R-1+4'RFF+ON:PO-1'LIN+1+3+NEW:SA'PIA+4+OLD:SA'QTY+21:10'"
                                + "UNT+7+1'"),
                        edifact("UNH+1+DESADV:D:96A:UN'BGM+351+D-1+9'DTM+137:20261210:102'RFF+ON:PO-1'LIN+1++OLD:SA'"
                                + "PIA+3+NEW:SA'QTY+12:10'UNT+8+1'")),
                Arguments.of(
                        "ubl",
                        ubl(
                                "OrderResponse",
                                "<cbc:ID>R-1</cbc:ID><cbc:IssueDate>2026-12-01</cbc:IssueDate><cac:OrderReference><cbc:ID>PO-1"
                                        + "</cbc:ID></cac:OrderReference><cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID>"
                                        + "<cbc:LineStatusCode>3</cbc:LineStatusCode><cbc:Quantity unitCode='EA'>10</cbc:Quantity>"
                                        + item("OLD")
                                        + "</cac:LineItem><cac:SellerSubstitutedLineItem><cbc:ID>1</cbc:ID>"
                                        + item("NEW") + "</cac:SellerSubstitutedLineItem></cac:OrderLine>"),
                        // names the line, and no article
                        ubl(
                                "DespatchAdvice",
                                "<cbc:ID>D-1</cbc:ID><cbc:IssueDate>2026-12-10</cbc:IssueDate><cac:OrderReference><cbc:ID>PO-1"
                                        + "</cbc:ID></cac:OrderReference><cac:DespatchLine><cbc:ID>1</cbc:ID>"
                                        + "<cbc:DeliveredQuantity unitCode='EA'>10</cbc:DeliveredQuantity><cac:OrderLineReference>"
                                        + "<cbc:LineID>1</cbc:LineID></cac:OrderLineReference><cac:Item/></cac:DespatchLine>")));
    }

    private static String item(String number) {
        return "<cac:Item><cac:SellersItemIdentification><cbc:ID>" + number
                + "</cbc:ID></cac:SellersItemIdentification></cac:Item>";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("substitutions")
    void theOrderedLineIsClosedAndTheOtherArticleStandsBesideIt(String format, String answer, String shipment)
            throws Exception {
        OrderState state = fold(format, answer);
        assertEquals(2, state.lines().size(), state.toString());
        OrderState.Line ordered = state.lines().get(0);
        OrderState.Line other = state.lines().get(1);

        assertEquals("1", ordered.line());
        assertEquals("OLD", ordered.supplierItem());
        assertEquals("10", ordered.cancelled().toPlainString());
        assertNull(ordered.confirmed());
        assertEquals("NEW", other.supplierItem());
        assertEquals("1", other.insteadOf());
        assertNull(other.line());
        assertEquals("10", other.confirmed().toPlainString());
        assertEquals(1, count(state));

        OrderState shipped = fold(format, answer, shipment);
        assertEquals(2, shipped.lines().size(), shipped.toString());
        assertNull(shipped.lines().get(0).shipped());
        assertEquals("10", shipped.lines().get(1).shipped().toPlainString());

        assertEquals(fold(format, answer).lines(), fold(format, answer, answer).lines());
    }

    private static long count(OrderState state) {
        return state.warnings().stream()
                .filter(warning -> warning.contains("In place of line 1"))
                .count();
    }

    @Test
    void aPartIsSubstitutedAndTheRestStands() throws Exception {
        OrderState state = fold(
                "x12",
                x12(
                        "PR",
                        "ST*855*0001~BAK*00*AC*PO-1*20261201~PO1*1*10*EA*2**VP*OLD~ACK*IA*6*EA~"
                                + "ACK*IS*4*EA****VP*NEW~SE*6*0001~"));

        assertEquals("6", state.lines().get(0).confirmed().toPlainString());
        assertEquals("4", state.lines().get(0).cancelled().toPlainString());
        assertEquals("4", state.lines().get(1).confirmed().toPlainString());
    }

    @Test
    void aSupplierThatGoesBackToTheOrderedArticleDeliversThatAlone() throws Exception {
        String substituted = x12(
                "PR",
                "ST*855*0001~BAK*00*AC*PO-1*20261201~PO1*1*10*EA*2**VP*OLD~" + "ACK*IS*10*EA****VP*NEW~SE*5*0001~");
        String back = x12(
                        "CA",
                        "ST*865*0001~BCA*04*AC*PO-1****20261205~POC*1*RZ*10*0*EA*2**VP*OLD~ACK*IA*10*EA~SE*5*0001~")
                .replace("BCA*04*AC*PO-1****20261205", "BCA*04*AC*PO-1*******20261205");
        OrderState state = fold("x12", substituted, back);

        assertEquals("10", state.lines().get(0).confirmed().toPlainString());
        assertNull(state.lines().get(0).cancelled());
        assertEquals(Status.CANCELLED, state.lines().get(1).status());
    }

    /** 4347: 2 is a proposal, and 1 and 5 are the line's own numbers. */
    @Test
    void otherNumbersOfAnArticleAreNoSubstitution() throws Exception {
        OrderState state = fold(
                "edifact",
                edifact(
                        "UNH+1+ORDRSP:D:96A:UN'BGM+231+R-1+4'RFF+ON:PO-1'LIN+1+5+4000862141404:EN'PIA+1+A-1:SA'PIA+5+B-1:BP'"
                                + "PIA+2+C-1:SA'QTY+113:10'UNT+9+1'"));

        assertEquals(
                List.of("A-1"),
                state.lines().stream().map(OrderState.Line::supplierItem).toList());
        assertEquals("B-1", state.lines().get(0).item());
        assertTrue(state.warnings().isEmpty(), () -> state.warnings().toString());
    }
}
