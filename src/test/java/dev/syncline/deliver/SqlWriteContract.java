package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.judge.Verdict;
import dev.syncline.record.RecordStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every database that is written to. Orders with lines, and items that lines refer to. */
abstract class SqlWriteContract {
    static final String MAPPING =
            """
            table: orders
            key: {number: order_no}
            version: version
            columns: {status: status, expectedOn: expected_on, total: total, done: is_done}
            insertOnly: {vendor: vendor_no}
            before:
              lines:
                table: items
                key: {item: item_no}
                columns: {itemName: name}
            children:
              lines:
                table: order_lines
                parent: {number: order_no}
                key: {line: line_no}
                columns: {confirmed: confirmed, item: item_no}
                insertOnly: {ordered: ordered}
            deactivate: {is_done: true, status: CLOSED}
            """;

    private static final String ORDER =
            """
            {"number":"PO-1","vendor":"V-1","status":"OPEN","expectedOn":"2026-03-29","total":12.5,"done":false,
             "lines":[{"line":1,"item":"I-1","itemName":"Nails","ordered":10,"confirmed":null},
                      {"line":2,"item":"I-2","itemName":"Screws","ordered":5,"confirmed":2.5}]}""";

    SqlTarget target;

    abstract DataSource source() throws SQLException;

    /** Drops the tables items, order_lines, orders and makes them anew; each update of an order counts its version up. */
    abstract String[] tables();

    @BeforeEach
    void makeTables() throws SQLException {
        target = new SqlTarget(source(), MAPPING, "number");
        target.execute(tables());
    }

    private List<String> orders() throws SQLException {
        return target.rows(
                "select order_no, vendor_no, status, expected_on, total, version from orders order by order_no");
    }

    private List<String> lines() throws SQLException {
        return target.rows(
                "select order_no, line_no, item_no, ordered, confirmed from order_lines order by order_no, line_no");
    }

    private Answer again(String content, String ref, String delivered) throws SQLException {
        return target.write(Verdict.UPSERT, "PO-1", content, null, ref, delivered);
    }

    @Test
    void createsARowWithItsChildrenAndWhatTheyReferTo() throws SQLException {
        Answer answer = target.write("PO-1", ORDER);
        assertEquals(new Answer(Result.CREATED, "1", null), answer);
        assertEquals(List.of("PO-1|V-1|OPEN|2026-03-29|12.50|1"), orders());
        assertEquals(List.of("PO-1|1|I-1|10.00|null", "PO-1|2|I-2|5.00|2.50"), lines());
        assertEquals(List.of("I-1|Nails", "I-2|Screws"), target.rows("select item_no, name from items order by 1"));
    }

    @Test
    void writesNothingWhereNothingDiffers() throws SQLException {
        target.write("PO-1", ORDER);
        String same = ORDER.replace("12.5,", "12.50000,").replace("2.5}", "\"2.50\"}");
        assertEquals(new Answer(Result.UNCHANGED, "1", null), target.write("PO-1", same));
        assertEquals(List.of("PO-1|V-1|OPEN|2026-03-29|12.50|1"), orders());
    }

    @Test
    void aFieldOfAChildMayHaveTheNameOfItsParents() throws SQLException {
        SqlTarget numbered =
                new SqlTarget(source(), MAPPING.replace("key: {line: line_no}", "key: {number: line_no}"), "number");
        String order = ORDER.replace("\"line\":", "\"number\":");
        assertEquals(Result.CREATED, numbered.write("PO-1", order).result());
        assertEquals(List.of("PO-1|1|I-1|10.00|null", "PO-1|2|I-2|5.00|2.50"), lines());
        assertEquals(Result.UNCHANGED, numbered.write("PO-1", order).result());
    }

    @Test
    void writesWhatDiffersAndLeavesTheRestAlone() throws SQLException {
        target.write("PO-1", ORDER);
        target.execute(
                "insert into order_lines (order_no, line_no, item_no, ordered) values ('PO-1', 9, 'I-1', 7)",
                "update items set name = 'Brads' where item_no = 'I-1'",
                "update orders set vendor_no = 'V-2', version = 1");
        Answer answer = again(
                """
                {"number":"PO-1","vendor":"V-1","status":"CONFIRMED","expectedOn":null,
                 "lines":[{"line":2,"item":"I-2","itemName":"Bolts","ordered":6,"confirmed":5},
                          {"line":3,"item":"I-3","itemName":"Nuts","ordered":4,"confirmed":4}]}""",
                "1",
                ORDER);
        assertEquals(Result.UPDATED, answer.result());
        assertEquals(List.of("PO-1|V-2|CONFIRMED|null|12.50|" + answer.ref()), orders());
        assertEquals(
                List.of(
                        "PO-1|1|I-1|10.00|null",
                        "PO-1|2|I-2|5.00|5.00",
                        "PO-1|3|I-3|4.00|4.00",
                        "PO-1|9|I-1|7.00|null"),
                lines());
        assertEquals(
                List.of("I-1|Brads", "I-2|Screws", "I-3|Nuts"),
                target.rows("select item_no, name from items order by 1"));
    }

    @Test
    void aShallowRecordLeavesItsChildrenAlone() throws SQLException {
        target.write("PO-1", ORDER);
        again("{\"number\":\"PO-1\",\"status\":\"SHIPPED\"}", null, null);
        assertEquals(2, lines().size());
        assertEquals(List.of("PO-1|V-1|SHIPPED|2026-03-29|12.50|2"), orders());
    }

    @Test
    void whatWasEditedThereIsHeldWithBothValues() throws SQLException {
        target.write("PO-1", ORDER);
        target.execute("update orders set status = 'STOPPED'");
        String changed = ORDER.replace("OPEN", "CONFIRMED").replace("2026-03-29", "2026-04-01");
        Answer answer = again(changed, "1", ORDER);
        assertEquals(Result.HELD, answer.result());
        assertTrue(
                answer.reason().contains("column status is 'STOPPED' there, 'CONFIRMED' was to be written"),
                answer.reason());
        assertTrue(answer.reason().contains("version 1 is 2 by now"), answer.reason());
        assertTrue(!answer.reason().contains("expected_on"), "nobody edited that: " + answer.reason());
        assertEquals(List.of("PO-1|V-1|STOPPED|2026-03-29|12.50|2"), orders());
    }

    @Test
    void whatWasEditedInALineIsHeldToo() throws SQLException {
        target.write("PO-1", ORDER);
        target.execute("update order_lines set confirmed = 4 where line_no = 2", "update orders set total = total");
        Answer answer = again(ORDER.replace("2.5}", "5}"), "1", ORDER);
        assertEquals(Result.HELD, answer.result());
        assertTrue(
                answer.reason().contains("lines 2: column confirmed is '4.00' there, '5.00' was to be written"),
                answer.reason());
        target.execute("delete from order_lines where line_no = 2");
        answer = again(ORDER.replace("2.5}", "5}"), "1", ORDER);
        assertTrue(answer.reason().contains("lines 2 is not there"), answer.reason());
    }

    @Test
    void anEditOfOtherColumnsIsNoObstacle() throws SQLException {
        target.write("PO-1", ORDER);
        target.execute("update orders set note = 'call them'");
        Answer answer = again(
                ORDER.replace("OPEN", "CONFIRMED").replace("{\"line\":2", "{\"line\":7,\"item\":\"I-2\"},{\"line\":2"),
                "1",
                ORDER);
        assertEquals(Result.UPDATED, answer.result(), answer.reason());
        assertEquals(List.of("PO-1|V-1|CONFIRMED|2026-03-29|12.50|" + answer.ref()), orders());
        assertEquals(3, lines().size());
    }

    @Test
    void whereNobodyKnowsWhatWasDeliveredAnyOtherVersionHolds() throws SQLException {
        target.write("PO-1", ORDER);
        target.execute("update orders set note = 'call them'");
        assertEquals(
                Result.HELD,
                again(ORDER.replace("OPEN", "CONFIRMED"), "1", null).result());
        assertEquals(Result.UNCHANGED, again(ORDER, "1", null).result(), "nothing differs, so nothing can be lost");
        assertEquals(
                Result.UPDATED,
                again(ORDER.replace("OPEN", "CONFIRMED"), "2", null).result());
    }

    @Test
    void aRecordMadeForTheVersionThatIsThereIsWritten() throws SQLException {
        target.write("PO-1", ORDER);
        target.execute("update orders set status = 'STOPPED'");
        String changed = ORDER.replace("OPEN", "CONFIRMED");
        assertEquals(
                Result.HELD,
                target.write(Verdict.UPSERT, "PO-1", changed, "1", null, null).result());
        assertEquals(
                Result.UPDATED,
                target.write(Verdict.UPSERT, "PO-1", changed, "2", "1", ORDER).result());
        target.execute("delete from order_lines", "delete from orders");
        assertEquals(
                Result.HELD,
                target.write(Verdict.UPSERT, "PO-1", changed, "3", null, null).result());
    }

    @Test
    void aRetryWritesWhatWasHeld() throws SQLException {
        target.write("PO-1", ORDER);
        target.execute("update orders set status = 'STOPPED'");
        Answer answer = target.write(
                SqlTarget.record(
                        Verdict.UPSERT,
                        "PO-1",
                        ORDER.replace("OPEN", "CONFIRMED"),
                        null,
                        "1",
                        RecordStatus.IN_PROGRESS),
                ORDER);
        assertEquals(Result.UPDATED, answer.result());
    }

    @Test
    void aValueThatAColumnCannotTakeIsRefusedAndNothingOfTheRecordIsWritten() throws SQLException {
        refused(ORDER.replace("2026-03-29", "20241345"), "expected_on", "'20241345'", "a date", "'expectedOn'");
        refused(ORDER.replace("12.5", "1e12"), "total", "'1E+12'", "8 digits before the point");
        refused(ORDER.replace("false", "\"maybe\""), "is_done", "'maybe'", "true or false");
        refused(ORDER.replace("OPEN", "O".repeat(21)), "status", "of at most 20 characters");
        refused(ORDER.replace("\"line\":2", "\"line\":2.5"), "line_no", "'2.5'", "a whole number");
        refused(ORDER.replace("\"line\":2", "\"line\":3000000000"), "line_no", "'3000000000'");
        refused(ORDER.replace("\"line\":2", "\"line\":1"), "Two rows of 'lines' have the key 1");
        refused(ORDER.replace("\"line\":2,", ""), "no field 'line'");
        refused(ORDER.replace("PO-1", " "), "no field 'number'");
        refused(ORDER.replace("\"V-1\"", "null"), "vendor_no");
        refused(ORDER.replace("OPEN", "FORBIDDEN"), "refused it", "forbidden_status");
        assertEquals(List.of(), orders());
        assertEquals(List.of(), lines());
        assertEquals(List.of(), target.rows("select item_no from items"));
    }

    private void refused(String content, String... words) throws SQLException {
        Answer answer = target.write("PO-1", content);
        assertEquals(Result.REFUSED, answer.result(), content);
        for (String word : words) {
            assertTrue(answer.reason().contains(word), word + ": " + answer.reason());
        }
    }

    @Test
    void whatRefersToARowThatIsNotThereYetIsTriedAgain() throws SQLException {
        SqlTarget without = new SqlTarget(source(), MAPPING.replaceAll("(?s)before:.*(?=children:)", ""), "number");
        Answer answer = without.write("PO-1", ORDER);
        assertEquals(Result.REFUSED, answer.result());
        assertTrue(answer.canHeal(), answer.reason());
    }

    @Test
    void deactivatesByTheRecordsKey() throws SQLException {
        target.write("PO-1", ORDER);
        for (int i = 0; i < 2; i++) {
            Answer answer = target.write(Verdict.DEACTIVATE, "PO-1", "{}", null, "1", null);
            assertEquals(Result.DELETED, answer.result());
            assertEquals(List.of("PO-1|V-1|CLOSED|2026-03-29|12.50|2"), orders());
        }
        assertEquals(
                Result.DELETED,
                target.write(Verdict.DEACTIVATE, "PO-7", "{}", null, null, null).result());
    }

    @Test
    void deletesWithChildrenUnlessItWasEdited() throws SQLException {
        target.write("PO-1", ORDER);
        target.execute("update orders set note = 'keep'");
        Answer held = target.write(Verdict.DELETE, "PO-1", "{\"number\":\"PO-1\"}", null, "1", null);
        assertEquals(Result.HELD, held.result());
        assertEquals(2, lines().size());
        assertEquals(
                Result.DELETED,
                target.write(Verdict.DELETE, "PO-1", "{}", null, "2", null).result());
        assertEquals(List.of(), orders());
        assertEquals(List.of(), lines());
        assertEquals(
                Result.DELETED,
                target.write(Verdict.DELETE, "PO-1", "{}", null, "2", null).result());
    }

    @Test
    void keysThatTheDatabaseTakesForOneDoNotOverwriteEachOther() throws SQLException {
        target.write("PO-1", ORDER);
        Answer other = target.write("po-1", ORDER.replace("PO-1", "po-1").replace("OPEN", "SHIPPED"));
        if (other.result() == Result.REFUSED) {
            assertTrue(other.reason().contains("takes the key po-1 for PO-1"), other.reason());
        } else {
            assertEquals(2, orders().size());
        }
        assertTrue(orders().contains("PO-1|V-1|OPEN|2026-03-29|12.50|1"));
    }

    @Test
    void manyWritersOfTheSameRecordsAndItemsLoseNothing() throws Exception {
        int writers = 4;
        int orders = 40;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<List<Answer>>> all = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                all.add(threads.submit((Callable<List<Answer>>) () -> {
                    List<Answer> answers = new ArrayList<>();
                    for (int i = 0; i < orders; i++) {
                        answers.add(target.write(
                                "PO-" + i, ORDER.replace("PO-1", "PO-" + i).replace("I-2", "I-" + i / 8)));
                    }
                    return answers;
                }));
            }
            int created = 0;
            for (Future<List<Answer>> one : all) {
                for (Answer answer : one.get()) {
                    assertTrue(
                            answer.result() == Result.CREATED || answer.result() == Result.UNCHANGED,
                            answer.result() + " " + answer.reason());
                    created += answer.result() == Result.CREATED ? 1 : 0;
                }
            }
            assertEquals(orders, created);
            assertEquals(2 * orders, lines().size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anotherTransactionsEditIsWaitedForAndSeen() throws Exception {
        target.write("PO-1", ORDER);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection person = source().getConnection();
                Statement edit = person.createStatement()) {
            person.setAutoCommit(false);
            edit.execute("update orders set status = 'STOPPED'");
            Future<Answer> answer = thread.submit(() -> again(ORDER.replace("OPEN", "CONFIRMED"), "1", ORDER));
            Thread.onSpinWait();
            person.commit();
            person.setAutoCommit(true);
            assertEquals(Result.HELD, answer.get().result());
        } finally {
            thread.shutdownNow();
        }
        assertEquals(List.of("PO-1|V-1|STOPPED|2026-03-29|12.50|2"), orders());
    }

    @Test
    void aTableThatIsNotThereFailsTheRunAndNotTheRecord() {
        try {
            new SqlTarget(source(), MAPPING.replace("order_lines", "no_lines"), "number").write("PO-1", ORDER);
            assertNull("no failure");
        } catch (SQLException e) {
            assertTrue(e.getMessage().contains("no_lines"), e.getMessage());
        }
    }
}
