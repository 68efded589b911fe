package dev.syncline.supplier.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.ParsedDocument;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.TradeDocuments;
import dev.syncline.document.UnreadableDocument;
import dev.syncline.supplier.order.OrderFold;
import dev.syncline.supplier.order.OrderState;
import dev.syncline.supplier.order.OrderStatement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes the order that documents tell of. */
public final class FoldedDocuments {
    private FoldedDocuments() {}

    public static OrderState fold(String format, String... documents) throws UnreadableDocument {
        List<OrderStatement> said = new ArrayList<>();
        for (String document : documents) {
            ParsedDocument reading = TradeDocuments.READERS
                    .get(format)
                    .read(document.getBytes(StandardCharsets.UTF_8), DocumentLimits.DEFAULT);
            assertEquals(List.of(), reading.faults());
            for (SupplierOrder order : reading.orders()) {
                said.add(new OrderStatement(
                        order, Instant.parse("2026-12-01T09:00:00Z"), said.size() + 1, 0, reading.warnings()));
            }
        }
        return OrderFold.of(said);
    }

    /**
     * What becomes of the order, and what is told of it.
     *
     * @param told faults and warnings, without those of counts and of the schema: small documents leave them out
     */
    public record Read(OrderState state, List<String> told) {}

    /** Of the documents, whether they can be read or not, what they say of PO-1. */
    public static Read read(String format, String... documents) {
        List<OrderStatement> said = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            byte[] content = documents[i].getBytes(StandardCharsets.UTF_8);
            ReceivedDocument read =
                    ReceivedDocument.read(TradeDocuments.READERS.get(format), content, DocumentLimits.DEFAULT);
            if (read.fault() != null) {
                told.add(read.fault());
                continue;
            }
            read.reading().faults().forEach(fault -> told.add(fault.problem()));
            for (SupplierOrder order : read.orders()) {
                if ("PO-1".equals(order.orderNumber())) {
                    said.add(new OrderStatement(order, Instant.EPOCH, i, said.size(), read.warnings()));
                }
            }
        }
        OrderState state = OrderFold.of(said);
        told.addAll(
                state.warnings().stream().filter(FoldedDocuments::isOfContent).toList());
        return new Read(state, told);
    }

    /** Whether a warning is of more than what small documents leave out. */
    public static boolean isOfContent(String warning) {
        return !warning.matches("(SE|UNT|UNZ|GE) declares .*") && !warning.startsWith("The schema does not allow");
    }
}
