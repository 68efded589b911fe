package dev.syncline.purchasing;

import static dev.syncline.purchasing.OddDocuments.cxmlReply;
import static dev.syncline.purchasing.OddDocuments.cxmlStatus;
import static dev.syncline.purchasing.OddDocuments.edifactReply;
import static dev.syncline.purchasing.OddDocuments.json;
import static dev.syncline.purchasing.OddDocuments.ublReply;
import static dev.syncline.purchasing.OddDocuments.x12Reply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.supplier.inbox.FoldedDocuments;
import dev.syncline.supplier.order.OrderState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A price of the supplier's in another currency than the order's is told, and not entered as if it were the order's. */
class OrderCurrencyTest {
    /** Line 1 at 3, in a currency that the document says for all its prices, or for this one. */
    static Stream<Arguments> documents() {
        String lines = "PO1*1*10*EA*3~";
        String status = "<UnitPrice><Money currency='USD'>3</Money></UnitPrice>";
        String price = "<cac:Price><cbc:PriceAmount currencyID='%s'>3</cbc:PriceAmount></cac:Price>";
        String ubl = "<cbc:IssueDate>2026-11-01</cbc:IssueDate>";
        return Stream.of(
                // CUR02 (100) of the heading, and of the line
                Arguments.of("x12", "heading", x12Reply("AC", "CUR*SE*USD~" + lines + "ACK*IA*10*EA~")),
                Arguments.of("x12", "line", x12Reply("AC", "CUR*SE*EUR~" + lines + "CUR*SE*USD~ACK*IA*10*EA~")),
                // 6345 of CUX, behind RFF, and behind PRI
                Arguments.of(
                        "edifact", "heading", edifactReply("4", "CUX+2:USD:9'LIN+1+5'QTY+21:10'QTY+113:10'PRI+AAA:3'")),
                Arguments.of(
                        "edifact",
                        "line",
                        edifactReply("4", "CUX+2:EUR:9'LIN+1+5'QTY+21:10'QTY+113:10'PRI+AAA:3'CUX+2:USD:10'")),
                // DocumentCurrencyCode with a price that says the same, and one that alone says another
                Arguments.of(
                        "ubl",
                        "heading",
                        ublReply("OrderResponse", "", "5", price.formatted("USD"))
                                .replace(ubl, ubl + "<cbc:DocumentCurrencyCode>USD</cbc:DocumentCurrencyCode>")),
                Arguments.of(
                        "ubl",
                        "line",
                        ublReply("OrderResponse", "", "5", price.formatted("USD"))
                                .replace(ubl, ubl + "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>")),
                // Money/@currency of the price, and of the total beside it
                Arguments.of("cxml", "heading", cxmlReply("detail", 10, cxmlStatus("accept", 10, "", status))),
                Arguments.of(
                        "cxml",
                        "line",
                        cxmlReply("detail", 10, cxmlStatus("accept", 10, "", status))
                                .replace(
                                        "noticeDate='2026-11-01'/>",
                                        "noticeDate='2026-11-01'><Total><Money currency='EUR'>30</Money></Total>"
                                                + "</ConfirmationHeader>")),
                Arguments.of(
                        "json",
                        "heading",
                        json("\"currency\":\"USD\",\"lines\":[{\"poLineNumber\":1,\"quantityConfirmed\":10,"
                                + "\"unitCost\":3}]")),
                Arguments.of(
                        "json",
                        "line",
                        json("\"currency\":\"EUR\",\"lines\":[{\"poLineNumber\":1,\"quantityConfirmed\":10,"
                                + "\"unitCost\":3,\"currency\":\"USD\"}]")));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("documents")
    void anotherCurrencyIsToldAndItsPriceNotEntered(String format, String place, String document) {
        OrderState state = FoldedDocuments.read(format, document).state();

        Map<String, Object> inEuros = settled(state, "EUR", null);
        assertEquals("EUR", inEuros.get("currency"));
        assertEquals("2", cost(inEuros), "as the order had it");
        assertEquals(
                List.of(
                        "The supplier has the price of line 1 (A) in USD, and the order is in EUR. It was not entered: the"
                                + " order keeps the price that it has. Settle with the supplier which currency holds; if it is USD,"
                                + " enter that on the order and refresh the order"),
                ofCurrency(inEuros));

        Map<String, Object> inDollars = settled(state, " usd", null);
        assertEquals("3", cost(inDollars), "the buyer entered the supplier's currency");
        assertEquals(place.equals("heading") ? 0 : 1, ofCurrency(inDollars).size(), ofCurrency(inDollars)::toString);
    }

    /** An order without a currency is in the supplier's, and stays in that; so is one of an ERP that has no column for it. */
    @Test
    void anOrderWithoutACurrencyIsInTheFirstOneOfTheSupplier() {
        OrderState dollars = FoldedDocuments.read(
                        "json",
                        json("\"currency\":\"USD\",\"lines\":[{\"poLineNumber\":1,"
                                + "\"quantityConfirmed\":10,\"unitCost\":3}]"))
                .state();
        OrderState pounds = FoldedDocuments.read(
                        "json",
                        json("\"currency\":\"GBP\",\"lines\":[{\"poLineNumber\":1,"
                                + "\"quantityConfirmed\":10,\"unitCost\":4}]"))
                .state();

        Map<String, Object> first = settled(dollars, "", null);
        assertEquals("USD 3", first.get("currency") + " " + cost(first));
        assertEquals(List.of(), ofCurrency(first));
        assertEquals("3", cost(settled(dollars, null, null)), "no column");

        Map<String, Object> later = settled(pounds, null, first);
        assertEquals("USD 2", later.get("currency") + " " + cost(later));
        assertEquals(1, ofCurrency(later).size());
    }

    @Test
    void documentsInAnotherCurrencyAreToldWithoutPrices() {
        OrderState state = FoldedDocuments.read("x12", x12Reply("AC", "CUR*SE*USD~PO1*1*10*EA~ACK*IA*10*EA~"))
                .state();

        assertEquals(
                List.of("The supplier's documents are in USD, and the order is in EUR. Settle with the supplier which"
                        + " currency holds; if it is USD, enter that on the order and refresh the order"),
                ofCurrency(settled(state, "EUR", null)));
    }

    /** A price stays in the currency that it was given in, whatever later documents are in. */
    @Test
    void aPriceKeepsItsCurrencyWhenALaterDocumentHasAnother() {
        String euros = x12Reply("AC", "CUR*SE*EUR~PO1*1*10*EA*3~ACK*IA*10*EA~");
        String dollars = OddDocuments.x12Change("CUR*SE*USD~POC*1*QD*10*0*EA~").replace("***20261101", "***20261102");
        OrderState state = FoldedDocuments.read("x12", euros, dollars).state();

        assertEquals("EUR", state.lines().get(0).currency());
        assertEquals("3", cost(settled(state, "EUR", null)));
        assertEquals("2", cost(settled(state, "USD", null)));
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of("EUR", "eur", "USD", "GBP").injectNull(0.3);
    }

    @Provide
    Arbitrary<List<String>> ofLines() {
        return currencies().list().ofMinSize(1).ofMaxSize(6);
    }

    /** Whoever says a currency, and where: no price is on the order in another one than the order's, or it is told. */
    @Property(tries = 500)
    void noPriceIsEnteredInAnotherCurrency(
            @ForAll("currencies") String ofErp,
            @ForAll("currencies") String ofSupplier,
            @ForAll("currencies") String written,
            @ForAll("ofLines") List<String> ofLines) {
        List<OrderState.Line> said = new ArrayList<>();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < ofLines.size(); i++) {
            said.add(said(i + 1, BigDecimal.valueOf(100 + i), ofLines.get(i)));
            lines.add(line(i + 1));
        }
        OrderState state = new OrderState(
                "PO-1", "S-1", null, null, false, false, ofSupplier, null, List.of(), said, List.of(), false);
        Map<String, Object> header = new LinkedHashMap<>(Map.of("lines", lines));
        if (ofErp != null) {
            header.put("currency", ofErp);
        }
        Map<String, Object> before = written == null ? null : Map.of("currency", written);

        Map<String, Object> fields =
                new Settlement(state, ErpOrder.of(header), before).fields("PO-1", "V-1", pair -> null);

        String order = upper(Stream.of(ofErp, written, ofSupplier)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
        assertEquals(order, upper((String) fields.get("currency")));
        for (int i = 0; i < ofLines.size(); i++) {
            String currency = upper(ofLines.get(i) != null ? ofLines.get(i) : ofSupplier);
            boolean isForeign = currency != null && !currency.equals(order);
            Map<String, Object> line = OrderFields.lines(fields).get(i);
            assertEquals(
                    isForeign ? "2" : String.valueOf(100 + i), String.valueOf(line.get("unitCost")), line::toString);
            assertTrue(
                    !isForeign
                            || ofCurrency(fields).stream()
                                    .anyMatch(text -> upper(text).contains("IN " + currency)),
                    ofCurrency(fields)::toString);
        }
    }

    private static String upper(String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    private static OrderState.Line said(int number, BigDecimal cost, String currency) {
        return new OrderState.Line(
                String.valueOf(number),
                null,
                null,
                null,
                null,
                null,
                Status.ACCEPTED,
                null,
                null,
                null,
                null,
                null,
                null,
                cost,
                null,
                List.of(),
                null,
                currency);
    }

    /** @param currency of the ERP's order; null for none that the ERP has a field for */
    private static Map<String, Object> settled(OrderState state, String currency, Map<String, Object> written) {
        Map<String, Object> header = new LinkedHashMap<>(Map.of("lines", List.of(line(1))));
        if (currency != null) {
            header.put("currency", currency);
        }
        return new Settlement(state, ErpOrder.of(header), written).fields("PO-1", "V-1", pair -> null);
    }

    private static Map<String, Object> line(int number) {
        return new LinkedHashMap<>(Map.of("line", number, "item", "A", "ordered", 10, "unit", "EA", "unitCost", 2));
    }

    private static String cost(Map<String, Object> fields) {
        return String.valueOf(OrderFields.lines(fields).get(0).get("unitCost"));
    }

    private static List<String> ofCurrency(Map<String, Object> fields) {
        return OrderFields.texts(fields, "warnings").stream()
                .filter(text -> text.contains("which currency holds"))
                .toList();
    }
}
