package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.judge.Judged;
import dev.syncline.judge.Verdict;
import dev.syncline.support.SmallHeap;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of a target that are larger than the memory of the program that reads them. */
class HugeResultsTest {
    private static final int HEAP = 80;
    private static final long BYTES = 96L << 20;
    private static final String[] KINDS = {"strangers", "reasons", "refs", "text", "blanks"};
    private static String printed;

    @BeforeAll
    static void readOneAfterTheOther() throws IOException {
        printed = SmallHeap.run(Program.class, HEAP, KINDS);
    }

    @ParameterizedTest
    @CsvSource({
        "strangers, 1 CREATED 199 REFUSED",
        "reasons, 200 REFUSED",
        "refs, 200 CREATED",
        "text, 199 CREATED 1 REFUSED",
        "blanks, 200 CREATED"
    })
    void areReadAsStreamsAndEachRecordHasItsResult(String kind, String expected) {
        assertTrue(printed.contains(kind + ": " + expected), printed);
    }

    /** Reads answers to 200 records as the program does. */
    static final class Program {
        private static final int RECORDS = 200;

        public static void main(String[] kinds) throws Exception {
            for (String kind : kinds) {
                System.out.println(kind + ": " + read(kind));
            }
        }

        private static String read(String kind) throws Exception {
            HttpTarget target = HttpTarget.of(new HashMap<>(Map.of(
                    "system", "huge", "key", "key", "results", "results", "errors", "", "status", "status", "reason",
                    "reason", "ref", "id")));
            List<Delivery> records = IntStream.range(0, RECORDS)
                    .mapToObj(i -> new Delivery(record("K-" + i)))
                    .toList();
            try (DefaultCamelContext camel = new DefaultCamelContext()) {
                Exchange exchange = new DefaultExchange(camel);
                exchange.getMessage().setBody(body(kind));
                HttpResults results = new HttpResults(target, records, 8L << 20);
                results.read(exchange.getMessage());
                Map<Answer.Result, Long> counts = records.stream()
                        .map(results::of)
                        .collect(Collectors.groupingBy(Answer::result, java.util.TreeMap::new, Collectors.counting()));
                return counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(" "));
            }
        }

        private static Judged record(String key) {
            return JudgedRecords.of(Verdict.UPSERT, key, null, null, null);
        }

        private static String result(int number, String status, String more) {
            return "{\"key\":\"K-" + number + "\",\"status\":\"" + status + "\"" + more + "}";
        }

        private static InputStream body(String kind) {
            String all = IntStream.range(1, RECORDS)
                    .mapToObj(i -> result(i, "created", ""))
                    .collect(Collectors.joining(","));
            return switch (kind) {
                case "strangers" ->
                    SmallHeap.body(
                            "{\"results\":[",
                            "{\"key\":\"" + "s".repeat(1_000_000) + "\"},",
                            BYTES,
                            result(0, "created", "") + "]}");
                case "reasons" -> each(i -> result(i, "refused", ",\"reason\":\"" + "r".repeat(525_000) + "\""));
                case "refs" -> each(i -> result(i, "created", ",\"id\":\"" + "i".repeat(525_000) + "\""));
                case "text" ->
                    SmallHeap.body(
                            "{\"results\":[" + all + ",{\"key\":\"K-0\",\"status\":\"", "created", BYTES, "\"}]}");
                default ->
                    SmallHeap.body("{\"results\":[" + result(0, "created", "") + "," + all + "]}", " ", BYTES, "");
            };
        }

        /** One result behind the other, each made when it is read. */
        private static InputStream each(java.util.function.IntFunction<String> result) {
            return new java.io.SequenceInputStream(java.util.Collections.enumeration(new java.util.AbstractList<>() {
                @Override
                public InputStream get(int i) {
                    String part =
                            i == 0 ? "{\"results\":[" : i > RECORDS ? "]}" : (i == 1 ? "" : ",") + result.apply(i - 1);
                    return SmallHeap.body(part, " ", 0, "");
                }

                @Override
                public int size() {
                    return RECORDS + 2;
                }
            }));
        }
    }
}
