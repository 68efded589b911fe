package dev.syncline.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.page.Depth;
import dev.syncline.page.Page;
import dev.syncline.page.Row;
import dev.syncline.page.RowChange;
import dev.syncline.page.RunContext;
import dev.syncline.page.Window;
import dev.syncline.record.Action;
import dev.syncline.record.Edit;
import dev.syncline.record.RecordStatus;
import dev.syncline.record.RouteNumbers;
import dev.syncline.route.Catalog;
import dev.syncline.rule.Effect;
import dev.syncline.rule.Operator;
import dev.syncline.rule.Rule;
import dev.syncline.rule.RuleBook;
import dev.syncline.rule.Rules;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Ledger;
import dev.syncline.value.RawJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The route {@code judged} requires a name and has {@code kept} for the route of its parents. */
@Tag(Application.TAG)
@QuarkusTest
@TestProfile(Ledger.class)
@QuarkusTestResource(SandboxTestResource.class)
class JudgeTest {
    private static final String ROUTE = "ledger-judged-to-relay";
    private static final String PARENTS = "ledger-kept-to-relay";

    @Inject
    Judge judge;

    @Inject
    Catalog catalog;

    @Inject
    RouteNumbers numbers;

    @Inject
    Rules rules;

    private final Database hub = Database.hub();

    @BeforeEach
    void emptyTable() {
        for (String route : new String[] {ROUTE, PARENTS}) {
            hub.execute("delete from sync_record where route = ?", numbers.of(route));
        }
    }

    @Test
    void sendsWhatIsNew() throws Exception {
        Judged judged = judge(row("a", "name", "x"));
        assertEquals(Verdict.UPSERT, judged.verdict());
        assertNull(judged.known());
        assertEquals(List.of(), judged.changed());
        assertEquals("{\"name\":\"x\"}", new String(judged.content()));
    }

    @Test
    void sendsNothingThatTheTargetHas() throws Exception {
        delivered("a", fields("name", "x"));
        Judged judged = judge(row("a", "name", "x"));
        assertEquals(Verdict.UNCHANGED, judged.verdict());
        assertNull(judged.idempotencyKey());
    }

    @Test
    void sendsWhatChangedAndNamesTheFields() throws Exception {
        delivered("a", fields("name", "x", "city", null, "size", 1L, "lines", new RawJson("[1]")));
        Judged judged = judge(row("a", "name", "x", "city", "", "size", 2L, "lines", new RawJson("[1]")));
        assertEquals(Verdict.UPSERT, judged.verdict());
        assertEquals(List.of("city", "size"), judged.changed());
        assertEquals(
                List.of("lines"),
                judge(row("a", "name", "x", "city", null, "size", 1L, "lines", new RawJson("[2]")))
                        .changed());
    }

    @Test
    void comparesChildrenOnlyWhereTheyWereRead() throws Exception {
        delivered("a", fields("name", "x", "lines", new RawJson("[1]")));
        delivered("shallow", fields("name", "x"));
        assertEquals(Verdict.UNCHANGED, judge(row("a", "name", "x")).verdict());
        assertEquals(
                Verdict.UNCHANGED,
                judge(row("a", "name", "x", "lines", new RawJson("[1]"))).verdict());
        assertEquals(
                Verdict.UPSERT,
                judge(row("a", "name", "x", "lines", new RawJson("[2]"))).verdict());
        assertEquals(
                Verdict.UPSERT,
                judge(row("a", "name", "x", "lines", new RawJson("[]"))).verdict());
        assertEquals(
                Verdict.UPSERT,
                judge(row("shallow", "name", "x", "lines", new RawJson("[]"))).verdict());
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "ON_HOLD", "BLOCKED"})
    void takesContentThatWentBackToWhatTheTargetHasForUnchanged(RecordStatus status) throws Exception {
        UUID refused = Content.of(fields("name", "bad")).hash();
        insert(ROUTE, "a", status, Action.CREATED, Content.of(fields("name", "x")), refused, false, 7L);
        assertEquals(Verdict.UNCHANGED, judge(row("a", "name", "x")).verdict());
    }

    @Test
    void doesNotSendAgainWhatWasRefusedUntilItChangesOrSomebodyRetriesIt() throws Exception {
        UUID refused = Content.of(fields("name", "bad")).hash();
        insert(ROUTE, "a", RecordStatus.FAILED, Action.NONE, null, refused, false, null);
        Judged again = judge(row("a", "name", "bad"));
        assertEquals(Verdict.STILL_FAILED, again.verdict());
        assertEquals("said before", again.reason());
        assertEquals(Verdict.UPSERT, judge(row("a", "name", "good")).verdict());
        assertEquals(
                Verdict.UPSERT,
                judge(ROUTE, true, Set.of(), row("a", "name", "bad")).get(0).verdict());
    }

    @Test
    void aRetryWritesOverWhatSomebodyEditedThoughTheContentIsAsDelivered() throws Exception {
        insert(ROUTE, "a", RecordStatus.ON_HOLD, Action.UPDATED, Content.of(fields("name", "x")), null, false, 7L);
        Row guarded = new Row("a", 0L, fields("name", "x"), false, null, new Change("3", List.of(), false));
        assertEquals(
                Verdict.UPSERT, judge(ROUTE, true, Set.of(), guarded).get(0).verdict());
        assertEquals(Verdict.UNCHANGED, judge(guarded).verdict());
        assertEquals(
                Verdict.UNCHANGED,
                judge(ROUTE, true, Set.of(), row("a", "name", "x")).get(0).verdict());
    }

    @Test
    void sendsWhatIsAsDeliveredWhereTheTargetHasWhatCameBetween() throws Exception {
        insert(ROUTE, "a", RecordStatus.SUCCESS, Action.UPDATED, Content.of(fields("name", "x")), null, false, 7L);
        assertEquals(Verdict.UPSERT, judge(changed(true)).verdict());
        assertEquals(Verdict.UNCHANGED, judge(changed(false)).verdict());
    }

    private static Row changed(boolean isOwed) {
        return new Row("a", 0L, fields("name", "x"), false, null, new Change(null, List.of("name"), isOwed));
    }

    private record Change(String base, List<String> changed, boolean isOwed) implements RowChange {
        @Override
        public RowChange withoutBase() {
            return new Change(null, changed, isOwed);
        }

        @Override
        public boolean isCancellation() {
            return false;
        }

        @Override
        public boolean isCreation() {
            return false;
        }
    }

    @Test
    void sendsAgainWhatFailedByAThingThatHeals() throws Exception {
        UUID tried = Content.of(fields("name", "x")).hash();
        insert(ROUTE, "a", RecordStatus.FAILED, Action.NONE, null, tried, true, null);
        assertEquals(Verdict.UPSERT, judge(row("a", "name", "x")).verdict());
    }

    @Test
    void sendsARecordAgainThatTheTargetWasToldIsGone() throws Exception {
        insert(ROUTE, "a", RecordStatus.SUCCESS, Action.DELETED, null, null, false, 7L);
        assertEquals(Verdict.UPSERT, judge(row("a", "name", "x")).verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void holdsWhatLacksARequiredField(String blank) throws Exception {
        for (Row row : List.of(row("a", "name", blank), row("a", "name", null), row("a", "city", "x"))) {
            Judged judged = judge(row);
            assertEquals(Verdict.HOLD, judged.verdict());
            assertTrue(judged.reason().contains("'name' is missing"), judged.reason());
        }
    }

    @Test
    void holdsWhatHasAParentThatIsNotThere() throws Exception {
        insert(PARENTS, "7", RecordStatus.SUCCESS, Action.CREATED, Content.of(fields("a", 1)), null, false, 1L);
        insert(
                PARENTS,
                "refused later",
                RecordStatus.FAILED,
                Action.UPDATED,
                Content.of(fields("a", 1)),
                null,
                false,
                1L);
        insert(PARENTS, "failed", RecordStatus.FAILED, Action.NONE, null, null, false, null);
        insert(PARENTS, "gone", RecordStatus.SUCCESS, Action.DELETED, null, null, false, 1L);
        Map<Object, Verdict> expected = new LinkedHashMap<>();
        expected.put("7", Verdict.UPSERT);
        expected.put(7L, Verdict.UPSERT);
        expected.put(null, Verdict.UPSERT);
        expected.put("refused later", Verdict.UPSERT);
        expected.put("failed", Verdict.HOLD);
        expected.put("gone", Verdict.HOLD);
        expected.put("never seen", Verdict.HOLD);
        Row[] rows = expected.keySet().stream()
                .map(parent -> row(
                        "child of " + (parent instanceof Long ? "number " : "") + parent,
                        "name",
                        "x",
                        "parent",
                        parent))
                .toArray(Row[]::new);
        List<Judged> judged = judge(ROUTE, false, Set.of(), rows);
        assertEquals(
                List.copyOf(expected.values()),
                judged.stream().map(Judged::verdict).toList());
        assertTrue(
                judged.get(4).reason().contains("route " + PARENTS + " has not delivered it"),
                judged.get(4).reason());
    }

    @Test
    void holdsEveryRowWithoutAKeyUnderAKeyOfItsOwn() throws Exception {
        List<Judged> judged = judge(
                ROUTE,
                false,
                Set.of(),
                row(null, "name", "x"),
                row("", "name", "y"),
                row(" ", "name", "z"),
                row(null, "name", "x"),
                row("a", "name", "x"));
        assertEquals(
                List.of(Verdict.HOLD, Verdict.HOLD, Verdict.HOLD, Verdict.HOLD, Verdict.UPSERT),
                judged.stream().map(Judged::verdict).toList());
        Set<String> keys = new HashSet<>();
        judged.forEach(record -> keys.add(record.key()));
        assertEquals(5, keys.size());
        judged.subList(0, 4).forEach(record -> assertTrue(record.keyless(), record.key()));
        assertEquals(judged.get(0).key(), judge(row(null, "name", "x")).key());
    }

    @Test
    void refusesEveryRowOfAKeyThatSeveralHave() throws Exception {
        delivered("other page", fields("name", "x"));
        List<Judged> judged = judge(
                ROUTE,
                false,
                Set.of("other page"),
                row("same page", "name", "x"),
                row("same page", "name", "y"),
                row("other page", "name", "x"),
                row("alone", "name", "x"));
        assertEquals(
                List.of(Verdict.REFUSE, Verdict.REFUSE, Verdict.REFUSE, Verdict.UPSERT),
                judged.stream().map(Judged::verdict).toList());
        assertEquals(4, judged.stream().map(Judged::key).distinct().count());
        assertEquals(
                List.of(true, true, true, false),
                judged.stream().map(Judged::keyless).toList());
        assertTrue(
                judged.get(2).reason().contains("'other page'"), judged.get(2).reason());
        assertNull(judged.get(2).known());
    }

    @ParameterizedTest
    @CsvSource({
        "ledger-instants-to-relay, DELETE",
        "ledger-deactivated-to-relay, DEACTIVATE",
        "ledger-kept-to-relay, UNCHANGED"
    })
    void tellsTheTargetOfAGoneRecordWhatTheRouteSays(String route, Verdict verdict) throws Exception {
        hub.execute("delete from sync_record where route = ? and key like 'gone%'", numbers.of(route));
        insert(route, "gone", RecordStatus.SUCCESS, Action.CREATED, Content.of(fields("a", 1)), null, false, 1L);
        insert(route, "gone before", RecordStatus.SUCCESS, Action.DELETED, null, null, false, 1L);
        insert(route, "gone, never sent", RecordStatus.FAILED, Action.NONE, null, null, false, null);
        List<Judged> judged = judge(
                route,
                false,
                Set.of(),
                gone("gone"),
                gone("gone before"),
                gone("gone, never sent"),
                gone("gone, unknown"));
        assertEquals(
                List.of(verdict, Verdict.UNCHANGED, Verdict.UNCHANGED, Verdict.UNCHANGED),
                judged.stream().map(Judged::verdict).toList());
    }

    @Test
    void givesOneChangeOneIdempotencyKeyAndEveryOtherAnother() throws Exception {
        Row x = row("a", "name", "x");
        String first = judge(x).idempotencyKey();
        assertEquals(first, judge(x).idempotencyKey());
        assertNotEquals(first, judge(row("b", "name", "x")).idempotencyKey());
        assertNotEquals(first, judge(row("a", "name", "y")).idempotencyKey());
        assertNotEquals(first, judge(row("a", "name", "x", "lines", List.of())).idempotencyKey());

        // x was sent, then y: x once more is a change of its own.
        insert(ROUTE, "a", RecordStatus.SUCCESS, Action.UPDATED, Content.of(fields("name", "y")), null, false, 8L);
        String back = judge(x).idempotencyKey();
        assertNotEquals(first, back);
        assertEquals(back, judge(x).idempotencyKey());
    }

    @Test
    void anEditGoesUnderAKeyOfItsOwnAndLeavesTheHashOfTheSource() throws Exception {
        Row source = row("a", "name", "bad", "city", "Bonn", "size", 1L);
        Edit edit = new Edit(1, "a", "{\"name\":\"good\",\"city\":\"Bonn\",\"size\":1}");
        Judged judged = judge(source, edit);
        assertEquals(Verdict.UPSERT, judged.verdict());
        assertEquals(edit.payload(), new String(judged.content()));
        assertEquals(Content.of(source.fields()).hash(), judged.hashes().content());
        assertEquals(List.of("name"), judged.changed());

        assertEquals(judged.idempotencyKey(), judge(source, edit).idempotencyKey(), "after a crash the same");
        assertNotEquals(judged.idempotencyKey(), judge(source).idempotencyKey());
        assertNotEquals(
                judged.idempotencyKey(),
                judge(source, new Edit(2, "a", edit.payload())).idempotencyKey());
        assertEquals(
                Verdict.HOLD, judge(source, new Edit(3, "a", "{\"name\":null}")).verdict());
        assertEquals(
                "{\"name\":\"x\"}",
                new String(judge(row("b", "name", "x"), edit).content()),
                "another record");
    }

    @Test
    void boundsKeysAndTitlesForTheTable() throws Exception {
        Judged judged = judge(row("k".repeat(500) + "\0", "name", "n\0".repeat(500)));
        assertTrue(judged.key().length() <= 500, judged.key());
        assertTrue(judged.key().indexOf('\0') < 0);
        assertEquals(Verdict.REFUSE, judged.verdict(), "it could not be asked for by its key");
        assertTrue(judged.keyless());
    }

    @Test
    void refusesAKeyThatIsLongerThanTheTableHoldsAndCutsItIntoNoOther() throws Exception {
        String shared = "k".repeat(1_999);
        List<Judged> judged = judge(
                ROUTE,
                false,
                Set.of(),
                row(shared, "name", "fits"),
                row(shared + "ab", "name", "is longer"),
                row(shared + "ac", "name", "is longer, too"),
                row("ü".repeat(1_001), "name", "is longer in bytes"));
        assertEquals(
                List.of(Verdict.UPSERT, Verdict.REFUSE, Verdict.REFUSE, Verdict.REFUSE),
                judged.stream().map(Judged::verdict).toList());
        assertEquals(4, judged.stream().map(Judged::key).distinct().count());
        assertEquals(shared, judged.get(0).key());
        assertTrue(
                judged.get(1).reason().contains("2001 characters"),
                judged.get(1).reason());
        assertTrue(judged.stream().skip(1).allMatch(record -> record.key().length() < 500));
        assertEquals(
                judged.get(1).key(),
                judge(row(shared + "ab", "name", "has changed")).key(),
                "it is the same record at the next run");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "name;EQ;Blocked;{\"name\":\"Fine\"};BLOCK;the source has what is blocked",
                "name;EQ;Fine;{\"name\":\"Fine\"};BLOCK;the edit has what is blocked",
                "orderNo;EQ;k-1;{\"name\":\"Fine\"};BLOCK;the key is blocked, which is no field",
                "orderNo;MATCHES;k-.*;{\"name\":\"Fine\",\"orderNo\":\"other\"};BLOCK;the key is edited away",
                "orderNo;NE;k-2;{\"name\":\"Fine\",\"orderNo\":\"k-2\"};BLOCK;the key is edited to the one that may go",
                "size;GT;10;{\"name\":\"Fine\",\"size\":1};BLOCK;the source has too many",
                "size;MISSING;;{\"name\":\"Fine\"};BLOCK;the edit leaves it out",
                "name;EQ;Else;{\"name\":\"Fine\"};UPSERT;no rule is about it"
            })
    void aRuleIsNotEditedAround(
            String field, Operator operator, String value, String payload, Verdict verdict, String why)
            throws Exception {
        Rule rule = rules.add(new Rule(
                null,
                ROUTE,
                field,
                operator,
                value == null ? List.of() : List.of(value),
                false,
                null,
                Effect.BLOCK,
                null,
                "test"));
        try {
            RunContext run = run(ROUTE, true);
            Page page = new Page(List.of(row("k-1", "name", "Blocked", "size", 12L)), null, null, null, null, null);
            ReadPage read = new ReadPage(run, page, Set.of(), rules.of(ROUTE), new Edit(1, "k-1", payload), false);
            judge.judge(read);
            Judged judged = read.verdicts().get(0);
            assertEquals(verdict, judged.verdict(), why + ": " + judged.reason());
        } finally {
            rules.delete(rule.id());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orderNo\":\"k-2\",\"name\":\"x\"}",
                "{\"orderNo\":null,\"name\":\"x\"}",
                "{\"name\":\"x\"}",
                "{\"orderNo\":\"K-1\",\"name\":\"x\"}",
                "{\"orderNo\":\"k-1\",\"ORDERNO\":\"k-2\",\"name\":\"x\"}",
                "{\"orderNo\":\"k-1\",\"name\":\"x\",\"Name\":\"y\"}"
            })
    void refusesAnEditOfTheKeyOrOfAFieldInAnotherCase(String payload) throws Exception {
        Row source = row("k-1", "orderNo", "k-1", "name", "bad");
        Judged judged = judge(source, new Edit(1, "k-1", payload));
        assertEquals(Verdict.REFUSE, judged.verdict(), payload);
        assertEquals("k-1", judged.key());
        assertTrue(!judged.keyless(), "it can be retried under its key");
        assertTrue(judged.reason().startsWith("The edited payload "), judged.reason());
        assertEquals(
                Verdict.UPSERT,
                judge(source, new Edit(2, "k-1", "{\"orderNo\":\"k-1\",\"name\":\"x\"}"))
                        .verdict());
    }

    private Judged judge(Row row) throws Exception {
        return judge(ROUTE, false, Set.of(), row).get(0);
    }

    private Judged judge(Row row, Edit edit) throws Exception {
        return judge(ROUTE, true, Set.of(), edit, row).get(0);
    }

    private List<Judged> judge(String route, boolean resend, Set<String> duplicates, Row... rows) throws Exception {
        return judge(route, resend, duplicates, null, rows);
    }

    private List<Judged> judge(String route, boolean resend, Set<String> duplicates, Edit edit, Row... rows)
            throws Exception {
        RunContext run = run(route, resend);
        Page page = new Page(Arrays.asList(rows), null, null, null, null, null);
        ReadPage read = new ReadPage(run, page, duplicates, RuleBook.EMPTY, edit, false);
        judge.judge(read);
        ReadPage comparedFirst = new ReadPage(run, page, duplicates, RuleBook.EMPTY, edit, true);
        judge.judge(comparedFirst);
        assertEquals(
                read.verdicts().stream().map(JudgeTest::decided).toList(),
                comparedFirst.verdicts().stream().map(JudgeTest::decided).toList());
        return read.verdicts();
    }

    private RunContext run(String route, boolean resend) {
        return new RunContext(
                1, 1, catalog.get(route), numbers.of(route), Window.ALL, Depth.DEEP, null, false, resend, false);
    }

    /** What does not depend on how the status table was asked. */
    private static List<Object> decided(Judged record) {
        return Arrays.asList(
                record.key(),
                record.verdict(),
                record.reason(),
                record.waits(),
                record.changed(),
                record.idempotencyKey(),
                record.verdict() == Verdict.UNCHANGED
                        ? null
                        : record.known() == null ? null : record.known().logId());
    }

    private void delivered(String key, Map<String, Object> fields) {
        insert(ROUTE, key, RecordStatus.SUCCESS, Action.CREATED, Content.of(fields), null, false, 7L);
    }

    private void insert(
            String route,
            String key,
            RecordStatus status,
            Action action,
            Content content,
            UUID attempted,
            boolean heals,
            Long logId) {
        hub.execute(
                """
                insert into sync_record (route, key, status, action, content_hash, child_hash, field_hashes,
                    attempted_hash, transient, log_id, reason, keyless, attempted_at, run_id, attempts)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'said before', false, 0, 0, 1)""",
                numbers.of(route),
                key,
                status.code(),
                action.code(),
                content == null ? null : content.hash(),
                content == null ? null : content.childHash(),
                content == null ? null : content.fieldHashes(),
                attempted,
                heals,
                logId);
    }

    private static Row row(String key, Object... namesAndValues) {
        return new Row(key, 0L, fields(namesAndValues), false);
    }

    private static Row gone(String key) {
        return new Row(key, null, Map.of(), true);
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
