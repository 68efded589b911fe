package dev.syncline.document.x12;

import static dev.syncline.document.CodeTablesTest.read;
import static dev.syncline.document.TradeDocuments.x12;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.document.CodeTables;
import dev.syncline.document.CodeTables.Row;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.UnreadableDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Purposes and bases of prices of docs/suppliers.md, each in a document. */
class X12TablesTest {
    static Stream<Row> purposes() {
        return CodeTables.rows("Purpose, 353").stream();
    }

    @ParameterizedTest
    @MethodSource("purposes")
    void aPurposeIsReadOrRefused(Row row) throws UnreadableDocument {
        String change = x12("CA", "ST*865*1~BCA*" + row.code() + "*AC*PO-1~SE*3*1~");
        String confirmation = x12("PR", "ST*855*1~BAK*" + row.code() + "*AD*PO-1~SE*3*1~");
        String shipment = x12(
                "SH",
                "ST*856*1~BSN*" + row.code()
                        + "*D-1*20261201*0800~HL*1**O~PRF*PO-1~HL*2*1*I~LIN*1*BP*A~SN1*1*5*EA~SE*8*1~");
        String order = x12("PO", "ST*850*1~BEG*" + row.code() + "*SA*PO-1**20261201~SE*3*1~");
        boolean isRead = row.last().equals("read");
        for (String document : List.of(confirmation, shipment)) {
            assertEquals(isRead, isRead(document), document);
        }
        for (String document : List.of(change, order)) {
            assertEquals(!row.last().equals("refused"), isRead(document), document);
            if (isRead(document)) {
                assertEquals(
                        row.last().equals("cancels"),
                        read("x12", document).orders().get(0).kind() == Kind.CANCELLATION,
                        document);
            }
        }
        assertTrue(!isRead || read("x12", confirmation).warnings().isEmpty());
    }

    private static boolean isRead(String document) {
        try {
            return !read("x12", document).orders().isEmpty();
        } catch (UnreadableDocument e) {
            assertTrue(
                    e.getMessage().contains("(BAK)") || e.getMessage().matches(".*\\((BSN|BCA|BEG)\\).*"),
                    e.getMessage());
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "99", "78"})
    void aPurposeThatIsNotInTheListIsTold(String code) throws UnreadableDocument {
        assertEquals(
                1,
                read("x12", x12("PR", "ST*855*1~BAK*" + code + "*AD*PO-1~SE*3*1~"))
                        .warnings()
                        .size());
    }

    /** 639, of a line in each unit that the table names, and of one in another. */
    static Stream<Row> bases() {
        return CodeTables.rows("Basis of unit price, 639").stream();
    }

    @ParameterizedTest
    @MethodSource("bases")
    void aPriceIsForAsManyUnitsAsItsBasisSays(Row row) throws UnreadableDocument {
        String units = row.cells().get(2);
        boolean isNone = row.cells().get(1).equals("none");
        for (String unit :
                isNone ? List.of("EA") : List.of(units.replace("any", "EA").split(", "))) {
            ParsedDocument reading = priced(row.code(), unit);
            BigDecimal cost = reading.orders().get(0).lines().get(0).unitCost();
            assertEquals(
                    isNone, !reading.warnings().isEmpty(), reading.warnings().toString());
            assertEquals(isNone, cost == null, row.code());
            assertTrue(
                    isNone
                            || cost.multiply(new BigDecimal(row.cells().get(1)))
                                            .subtract(BigDecimal.valueOf(250))
                                            .abs()
                                            .doubleValue()
                                    < 0.001,
                    () -> row.code() + " " + cost);
        }
        if (!isNone && !units.equals("any")) {
            ParsedDocument other = priced(row.code(), "EA");
            assertNull(other.orders().get(0).lines().get(0).unitCost(), row.code());
            assertEquals(1, other.warnings().size());
        }
    }

    private static ParsedDocument priced(String basis, String unit) throws UnreadableDocument {
        return read(
                "x12",
                x12(
                        "PR",
                        "ST*855*1~BAK*00*AC*PO-1~PO1*1*5*" + unit + "*250*" + basis + "~ACK*IA*5*" + unit
                                + "~SE*5*1~"));
    }

    @Test
    void aBasisThatIsNotInTheListIsTold() throws UnreadableDocument {
        assertEquals(1, priced("XX", "EA").warnings().size());
    }
}
