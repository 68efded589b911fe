package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.judge.Verdict;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What holds for a value of every type of a database: what was written is UNCHANGED the next time, however it is spelt; a
 * change and null are written; what the column does not take is its record's failure, and names the column.
 */
abstract class WrittenValuesContract {
    /**
     * @param stored as the database shows it; null where that is not looked at
     * @param equals JSON of the same value in other forms
     */
    record Value(String type, String json, String stored, String changed, List<String> equals) {}

    record Unfit(String type, String json, List<String> words) {}

    record Key(String type, String json, String sameRow) {}

    static Value value(String type, String json, String stored, String changed, String... equals) {
        return new Value(type, json, stored, changed, List.of(equals));
    }

    static Unfit unfit(String type, String json, String... words) {
        return new Unfit(type, json, List.of(words));
    }

    private static final String MAPPING = "{table: one_value, key: {id: id}, columns: {v: v}}";

    abstract DataSource source() throws SQLException;

    abstract List<Value> values();

    abstract List<Unfit> unfit();

    abstract List<Key> keys();

    private SqlTarget table(String type, String mapping) throws SQLException {
        SqlTarget target = new SqlTarget(source(), mapping, "id");
        target.execute(
                "drop table if exists one_value", "create table one_value (id integer primary key, v " + type + ")");
        return target;
    }

    private static String record(String json) {
        return "{\"id\":1,\"v\":" + json + "}";
    }

    private static Answer written(SqlTarget target, String json, Result result) throws SQLException {
        Answer answer = target.write("1", record(json));
        assertEquals(result, answer.result(), json + ": " + answer.reason());
        return answer;
    }

    @TestFactory
    Stream<DynamicTest> isUnchangedTheNextTime() {
        return values().stream()
                .map(value -> dynamicTest(shortened(value.type() + " " + value.json()), () -> {
                    SqlTarget target = table(value.type(), MAPPING);
                    written(target, value.json(), Result.CREATED);
                    if (value.stored() != null) {
                        assertEquals(List.of(value.stored()), target.rows("select v from one_value"));
                    }
                    for (int i = 0; i < 7; i++) { // the driver reads in another way once it has prepared a statement
                        written(target, value.json(), Result.UNCHANGED);
                    }
                    for (String same : value.equals()) {
                        written(target, same, Result.UNCHANGED);
                    }
                    written(target, "null", Result.UPDATED);
                    assertEquals(List.of("null"), target.rows("select v from one_value"));
                    written(target, "null", Result.UNCHANGED);
                    written(target, value.changed(), Result.UPDATED);
                    written(target, value.changed(), Result.UNCHANGED);
                    for (String same : value.equals()) {
                        written(target, same, Result.UPDATED);
                        written(target, value.changed(), Result.UPDATED);
                    }
                    written(target, value.json(), Result.UPDATED);
                    if (value.stored() != null) {
                        assertEquals(List.of(value.stored()), target.rows("select v from one_value"));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatDoesNotFitFailsItsRecordAndNamesTheColumn() {
        return unfit().stream()
                .map(value -> dynamicTest(shortened(value.type() + " " + value.json()), () -> {
                    SqlTarget target = table(value.type(), MAPPING);
                    String reason =
                            written(target, value.json(), Result.REFUSED).reason();
                    assertTrue(reason.matches("(?s).*(olumn v|'v'|`v`).*"), reason);
                    for (String word : value.words()) {
                        assertTrue(reason.contains(word), word + ": " + reason);
                    }
                    assertTrue(reason.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c)), reason);
                    assertEquals(List.of(), target.rows("select v from one_value"));
                    written(target, "null", Result.CREATED);
                    assertEquals(
                            reason,
                            written(target, value.json(), Result.REFUSED).reason(),
                            "the same for a row that is there");
                    assertEquals(List.of("null"), target.rows("select v from one_value"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> aRowIsFoundByAKeyOfAnyType() {
        return keys().stream()
                .map(key -> dynamicTest(key.type(), () -> {
                    SqlTarget target = new SqlTarget(source(), "{table: one_key, key: {k: k}, columns: {n: n}}", "k");
                    target.execute(
                            "drop table if exists one_key",
                            "create table one_key (k " + key.type() + " primary key, n integer)");
                    assertEquals(
                            Result.CREATED,
                            target.write("1", keyed(key.json(), 1)).result());
                    assertEquals(
                            Result.UNCHANGED,
                            target.write("1", keyed(key.json(), 1)).result());
                    Answer same = target.write("1", keyed(key.sameRow(), 2));
                    assertEquals(Result.UPDATED, same.result(), same.reason());
                    assertEquals(List.of("2"), target.rows("select n from one_key"));
                    assertEquals(
                            Result.DELETED,
                            target.write(Verdict.DELETE, "1", keyed(key.sameRow(), 2), null, null, null)
                                    .result());
                    assertEquals(List.of(), target.rows("select n from one_key"));
                }));
    }

    private static String keyed(String json, int n) {
        return "{\"k\":" + json + ",\"n\":" + n + "}";
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60);
    }
}
