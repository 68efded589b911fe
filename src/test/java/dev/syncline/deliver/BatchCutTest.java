package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.judge.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BatchCutTest {
    @Property
    void everyRecordGoesOnceInOrderAndNoCallIsTooLarge(
            @ForAll @Size(max = 60) List<@IntRange(max = 700_000) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 20) int most) {
        List<Delivery> records = IntStream.range(0, lengths.size())
                .mapToObj(i -> record("R" + i, lengths.get(i)))
                .toList();
        List<List<Delivery>> parts = BatchCut.of(records, most);
        assertEquals(records, parts.stream().flatMap(List::stream).toList());
        for (int i = 0; i < parts.size(); i++) {
            List<Delivery> part = parts.get(i);
            assertTrue(!part.isEmpty() && part.size() <= most);
            assertTrue(part.size() == 1 || bytes(part) <= BatchCut.MOST_BYTES);
            if (i > 0) {
                boolean wasFull = parts.get(i - 1).size() == most
                        || bytes(parts.get(i - 1)) + part.get(0).record().content().length > BatchCut.MOST_BYTES;
                assertTrue(wasFull, "as few calls as they need");
            }
        }
    }

    @Test
    void narrowRecordsAreCutByTheirNumberAlone() {
        List<Delivery> records =
                IntStream.range(0, 1_250).mapToObj(i -> record("R" + i, 800)).toList();
        assertEquals(
                List.of(500, 500, 250),
                BatchCut.of(records, 500).stream().map(List::size).toList());
    }

    @Test
    void aRecordThatIsLargerThanACallGoesAlone() {
        List<Delivery> records = List.of(record("a", 10), record("b", 5 << 20), record("c", 10), record("d", 10));
        assertEquals(
                List.of(1, 1, 2),
                BatchCut.of(records, 500).stream().map(List::size).toList());
    }

    private static long bytes(List<Delivery> part) {
        return part.stream()
                .mapToLong(delivery -> delivery.record().content().length)
                .sum();
    }

    private static Delivery record(String key, int length) {
        return new Delivery(JudgedRecords.of(Verdict.UPSERT, key, null, null, new byte[length]));
    }
}
