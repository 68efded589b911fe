package dev.syncline.document;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Reads documents that nobody should trust, and asserts that it ends well. */
final class Readings {
    /** What one reading may allocate in all, most of it garbage at once: so many times the largest document. */
    private static final long MOST_MEMORY = 24;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Readings() {}

    /** Everything that a reading tells people: problems, places, warnings, the answer in kind. */
    record Outcome(ParsedDocument reading, UnreadableDocument unreadable) {
        String told() {
            if (unreadable != null) {
                return unreadable.getMessage() + answer(unreadable.acknowledgement());
            }
            return reading.faults() + String.join("\n", reading.warnings()) + answer(reading.acknowledgement());
        }

        private static String answer(ParsedDocument.Acknowledgement answer) {
            return answer == null ? "" : new String(answer.content(), StandardCharsets.UTF_8);
        }
    }

    /** A reading or a clear error within bounded memory; anything else fails. */
    static Outcome read(DocumentReader reader, byte[] document) {
        return read(reader, document, DocumentLimits.DEFAULT);
    }

    static Outcome read(DocumentReader reader, byte[] document, DocumentLimits limits) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        Outcome outcome;
        try {
            outcome = new Outcome(reader.read(document, limits), null);
        } catch (UnreadableDocument e) {
            outcome = new Outcome(null, e);
        }
        long memory = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        assertTrue(memory < MOST_MEMORY * limits.bytes(), () -> "Reading allocated " + (memory >> 20) + " MiB");
        assertClear(outcome);
        return outcome;
    }

    private static void assertClear(Outcome outcome) {
        if (outcome.unreadable != null) {
            assertTrue(outcome.unreadable.getMessage().length() > 10, outcome.unreadable::getMessage);
            return;
        }
        assertNotNull(outcome.reading.type());
        outcome.reading
                .faults()
                .forEach(fault ->
                        assertTrue(!fault.place().isBlank() && !fault.problem().isBlank()));
        for (SupplierOrder order : outcome.reading.orders()) {
            assertTrue(
                    order.orderNumber() != null || order.supplierOrderNumber() != null || order.answers() != null,
                    order::toString);
            order.lines().forEach(Readings::assertQuantities);
        }
    }

    private static void assertQuantities(SupplierOrder.Line line) {
        Stream.of(line.ordered(), line.confirmed(), line.shipped(), line.backOrdered(), line.cancelled())
                .forEach(quantity ->
                        assertTrue(quantity == null || quantity.compareTo(BigDecimal.ZERO) >= 0, line::toString));
    }
}
