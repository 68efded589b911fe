package dev.syncline.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.json.JsonAnswer;
import dev.syncline.page.ReadRequest.Side;
import dev.syncline.page.paging.Paging;
import dev.syncline.route.SyncRoute;
import dev.syncline.support.SmallHeap;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of a source that are larger than the memory of the program that reads them. */
class HugeAnswersTest {
    private static final int HEAP = 80;
    private static final long BYTES = 96L << 20;
    private static final String[] KINDS = {
        "records", "text", "fields", "inner", "small", "list", "empty", "name", "beside", "behind"
    };
    private static String printed;

    @BeforeAll
    static void readOneAfterTheOther() throws IOException {
        printed = SmallHeap.run(Program.class, HEAP, KINDS);
    }

    @ParameterizedTest
    @CsvSource({
        "records, taken in several pages; problems []",
        "text, 'taken K-0 and more; problems [more than 8388608 characters]'",
        "fields, 'taken K-0 and more; problems [more than 8388608 characters]'",
        "inner, 'taken K-0 and more; problems [more than 8388608 characters]'",
        "small, 'taken K-0 and more; problems [more fields and values than fit]'",
        "list, 'taken K-0 and more; problems [more fields and values than fit]'",
        "empty, 'taken K-0 and more; problems [more fields and values than fit]'",
        "name, 'taken K-0 and more; problems [more than 8388608 characters]'",
        "beside, 'refused: Beside its lists it has more than 8388608 characters'",
        "behind, 'taken K-0 K-1; problems []'"
    })
    void areReadAsStreamsAndWhatIsTooMuchIsToldOfItsRecord(String kind, String expected) {
        assertTrue(printed.contains(kind + ": " + expected), printed);
    }

    /** Reads a page of each kind as the program does, and says what came of it. */
    static final class Program {
        private static final String RECORDS = "{\"records\":[{\"key\":\"K-0\",";
        private static final String LAST = "},{\"key\":\"K-1\",\"data\":{}}],\"nextCursor\":null}";

        public static void main(String[] kinds) throws IOException {
            for (String kind : kinds) {
                System.out.println(kind + ": " + read(kind));
            }
        }

        private static String read(String kind) throws IOException {
            HttpPage page = new HttpPage(
                    new ReadRequest(1, "huge", Window.ALL, Depth.SHALLOW, null, null, 500),
                    "Huge",
                    Paging.of(Map.of("next", "nextCursor", "total", "")));
            page.begin(new HttpRows(
                    blankRoute(),
                    Side.SOURCE,
                    "huge",
                    Map.of("key", "key", "changedAt", "changedAt", "deleted", "deleted", "data", "data"),
                    new Mapping(),
                    () -> false));
            JsonAnswer answer;
            try {
                answer = JsonAnswer.read(
                        body(kind), null, Set.of("records"), 8L << 20, (list, record) -> page.take(record));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                return "refused: " + e.getOriginalMessage();
            }
            page.end(answer, null);
            List<Row> rows = page.page().rows();
            Set<String> problems = new TreeSet<>();
            for (Row row : rows) {
                if (row.mark() != null) {
                    problems.add(row.mark().reason().replaceAll(".*It has (more [^,.]*?)( in memory)?[,.].*", "$1"));
                }
            }
            String taken = rows.size() > 2
                    ? page.page().next() == null ? " everything" : " in several pages"
                    : rows.stream().map(row -> " " + row.key()).reduce("", String::concat)
                            + (page.page().next() == null ? "" : " and more");
            return "taken" + taken + "; problems " + problems;
        }

        private static java.io.InputStream body(String kind) {
            return switch (kind) {
                case "records" ->
                    SmallHeap.body(
                            "{\"records\":[",
                            "{\"key\":\"K\",\"data\":{\"text\":\"" + "x".repeat(2_000) + "\"}},",
                            BYTES,
                            "{\"key\":\"K-1\",\"data\":{}}]}");
                case "text" -> SmallHeap.body(RECORDS + "\"data\":{\"text\":\"", "xyz", BYTES, "\"}" + LAST);
                case "fields" ->
                    SmallHeap.body(RECORDS, "\"field\":\"" + "x".repeat(500) + "\",", BYTES, "\"z\":1" + LAST);
                case "inner" ->
                    SmallHeap.body(
                            RECORDS + "\"data\":{", "\"field\":\"" + "x".repeat(500) + "\",", BYTES, "\"z\":1}" + LAST);
                case "small" -> SmallHeap.body(RECORDS + "\"data\":{\"list\":[", "{\"a\":1},", BYTES, "1]}" + LAST);
                case "list" -> SmallHeap.body(RECORDS + "\"data\":{\"list\":[", "[],", BYTES, "1]}" + LAST);
                case "empty" -> SmallHeap.body(RECORDS + "\"data\":{\"list\":[[]", ",{}", BYTES, "]}" + LAST);
                case "name" -> SmallHeap.body(RECORDS + "\"data\":{\"", "name", BYTES, "\":1}" + LAST);
                case "beside" ->
                    SmallHeap.body("{\"", "name", BYTES, "\":1," + RECORDS.substring(1) + "\"data\":{}" + LAST);
                default -> SmallHeap.body(RECORDS + "\"data\":{}" + LAST, " \n", BYTES, "");
            };
        }

        private static SyncRoute blankRoute() {
            return (SyncRoute) blankRecord(SyncRoute.class);
        }

        private static Object blankRecord(Class<?> type) {
            Object[] values = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .map(Program::blank)
                    .toArray();
            try {
                return type.getDeclaredConstructors()[0].newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Object blank(Class<?> type) {
            if (type == String.class) {
                return "";
            } else if (type == List.class) {
                return List.of();
            } else if (type == Map.class) {
                return Map.of();
            } else if (type.isRecord()) {
                return blankRecord(type);
            } else if (type == boolean.class) {
                return false;
            } else if (type == int.class) {
                return 0;
            } else if (type == long.class) {
                return 0L;
            }
            return type == ZoneId.class ? ZoneId.of("UTC") : null;
        }
    }
}
