package dev.syncline.supplier.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.document.ParsedDocument;
import dev.syncline.document.SupplierOrder;
import dev.syncline.document.SupplierOrder.Kind;
import dev.syncline.document.SupplierOrder.Status;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.supplier.Supplier;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which order a document is of, in whichever way it comes. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class InboxTest {
    private static final String SYSTEM = "inbox-test";

    @Inject
    Inbox inbox;

    private final Database hub = Database.hub();

    @AfterEach
    void forget() {
        for (String table : List.of("supplier_unread", "supplier_order", "supplier_update", "supplier_document")) {
            hub.execute("delete from " + table + " where supplier = ?", SYSTEM);
        }
        hub.execute(
                "delete from sync_notice where kind = 'DOCUMENT_NOT_READ' and text like ?",
                "Supplier " + SYSTEM + " %");
    }

    @Test
    void documentsOfOneBatchAreOfOneOrderThoughOneNamesTheSuppliersNumberAlone() throws Exception {
        receive(document("d1", said(null, "S-1", "10")), document("d2", said("PO-1", "S-1", "9")));

        assertEquals(List.of("PO-1"), keysOfOrders());
    }

    @Test
    void anOrderThatGetsTheBuyersNumberLaterIsNotThereTwice() throws Exception {
        receive(document("d1", said(null, "S-1", "10")));
        assertEquals(List.of(SYSTEM + "-S-1"), keysOfOrders());

        // As text, the buyer's number stands behind the one that the order had.
        receive(document("d2", said("zz-1", "S-1", "9")));
        assertEquals(List.of("zz-1"), keysOfOrders());
        assertEquals(2, updates("zz-1"));

        receive(document("d3", said(null, "S-1", "8")));
        receive(document("d4", said(null, "S-1", "10"), said("zz-1", "S-1", "7")));
        assertEquals(List.of("zz-1"), keysOfOrders());
        assertEquals(4, updates("zz-1"));
    }

    @Test
    void readingAgainLeavesNothingOfADryRun() throws Exception {
        ReceivedDocument broken = new ReceivedDocument(
                ReceivedDocument.digest(new byte[] {1}), new byte[] {1}, null, "broken", null, null, Set.of());
        receive(broken);
        long id = hub.value(Long.class, "select id from supplier_document where supplier = ?", SYSTEM);

        ReceivedDocument mended = document("d1", said("PO-1", "S-1", "10"));
        Map<String, SupplierRow> seen = inbox.again(supplier(), Map.of(id, mended), false);

        assertEquals(java.util.Set.of("PO-1"), seen.keySet());
        assertEquals(List.of(), keysOfOrders());
    }

    @Test
    void aDocumentThatCannotBeReadIsToldOnItsOrdersUntilItIsSentAgainInOrder() throws Exception {
        receive(broken("C-1", "bad", "PO-1", "PO-2"));
        assertEquals(List.of("document C-1"), faults());
        assertEquals(List.of("PO-1", "PO-2"), notices());

        receive(document("C-1", said("PO-1", null, "10")));
        assertEquals(List.of("document C-1"), faults(), "it is of another order, too");

        receive(document("C-1", said("PO-1", null, "11"), said("PO-2", null, "10")));
        assertEquals(List.of(), faults());
        assertEquals(List.of(), notices());
    }

    @Test
    void twoDocumentsOfOneNumberInAPageDoNotHideEachOther() throws Exception {
        receive(broken("C-1", "bad", "PO-1"), document("C-1", said("PO-2", null, "10")));
        assertEquals(List.of("document C-1"), faults());

        receive(document("C-1", said("PO-3", null, "10")), broken("C-1", "as bad", "PO-2"));
        assertEquals(2, faults().size(), "each has a key of its own");
        assertEquals("document C-1", faults().get(0));
        assertEquals(List.of("PO-1", "PO-2"), notices());

        receive(document("C-1", said("PO-2", null, "11")));
        assertEquals(List.of("document C-1"), faults());
        assertEquals(List.of("PO-1"), notices());
    }

    @Test
    void aDocumentOfAnotherKindOrNumberMendsNone() throws Exception {
        receive(broken("C-1", "bad", "PO-1"));

        receive(document("C-2", said("PO-1", null, "10")));
        ReceivedDocument other = document("C-1", said("PO-1", null, "11"));
        ParsedDocument despatch =
                new ParsedDocument("C-1", "despatch", other.reading().orders(), List.of(), List.of(), null, null);
        receive(new ReceivedDocument(other.digest(), other.content(), despatch, null, null, "C-1", Set.of()));

        assertEquals(List.of("document C-1"), faults());
    }

    @Test
    void whatANumberCannotBeReadOfIsKnownAgainByItsContent() throws Exception {
        byte[] cut = "<test number='C-9' order='PO-7' cut off".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        receive(new ReceivedDocument(ReceivedDocument.digest(cut), cut, null, "cut off", null, null, Set.of("PO-7")));
        assertEquals(1, faults().size());

        receive(typed("C-8", said("PO-7", null, "10")));
        assertEquals(1, faults().size(), "another number");

        receive(typed("C-9", said("PO-7", null, "11")));
        assertEquals(List.of(), faults());
    }

    private static ReceivedDocument typed(String id, SupplierOrder order) {
        ReceivedDocument document = document(id, order);
        ParsedDocument reading =
                new ParsedDocument(id, "TEST order 1", List.of(order), List.of(), List.of(), null, null);
        return new ReceivedDocument(document.digest(), document.content(), reading, null, null, id, Set.of());
    }

    @Test
    void anOrderIsWarnedOfWhatIsItsOwnAndNotOfWhatIsOfAnother() throws Exception {
        SupplierOrder first = said("PO-1", null, "10");
        byte[] content = {7};
        ParsedDocument reading = new ParsedDocument(
                "d1",
                "test",
                List.of(first, said("PO-2", null, "9")),
                List.of(),
                List.of("the count is wrong", "nothing shipped of it"),
                null,
                null,
                Map.of(first, List.of("nothing shipped of it")));
        receive(new ReceivedDocument(ReceivedDocument.digest(content), content, reading, null, null, "d1", Set.of()));

        assertEquals(List.of("nothing shipped of it", "the count is wrong"), warnings("PO-1"));
        assertEquals(List.of("the count is wrong"), warnings("PO-2"));
    }

    private List<String> warnings(String key) {
        return hub.column(
                String.class,
                "select json_array_elements_text(state -> 'warnings') from supplier_order where supplier = ? and key = ?",
                SYSTEM,
                key);
    }

    @Test
    void notificationsBesideARunWaitForEachOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> tasks = new java.util.ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int number = i / 2;
                boolean alone = i % 2 == 0;
                tasks.add(() -> receive(document(
                        "d" + number + alone, said(alone ? null : "PO-" + number, "S-" + number, "1" + number))));
            }
            for (Future<Object> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(20, keysOfOrders().size());
        assertEquals(
                20, keysOfOrders().stream().filter(key -> key.startsWith("PO-")).count());
    }

    private Object receive(ReceivedDocument... documents) throws Exception {
        return inbox.receive(supplier(), Arrays.asList(documents), true);
    }

    private List<String> keysOfOrders() {
        return hub.column(
                String.class,
                "select key from supplier_order where supplier = ? and state is not null order by key",
                SYSTEM);
    }

    private long updates(String key) {
        return hub.value(
                Long.class, "select count(*) from supplier_update where supplier = ? and key = ?", SYSTEM, key);
    }

    private static ReceivedDocument document(String id, SupplierOrder... orders) {
        byte[] content = (id + Arrays.toString(orders)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ParsedDocument reading = new ParsedDocument(id, "test", List.of(orders), List.of(), List.of(), null, null);
        return new ReceivedDocument(ReceivedDocument.digest(content), content, reading, null, null, id, Set.of());
    }

    /** One that cannot be read, and names orders. */
    private static ReceivedDocument broken(String id, String content, String... orders) {
        byte[] bytes = content.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ParsedDocument reading = new ParsedDocument(
                id,
                "test",
                List.of(),
                List.of(new ParsedDocument.Fault("line 1", "The quantity is negative", null, Set.of(orders))),
                List.of(),
                null,
                null);
        return new ReceivedDocument(ReceivedDocument.digest(bytes), bytes, reading, null, null, id, Set.of());
    }

    private List<String> faults() {
        return hub.column(
                String.class,
                "select key from supplier_order where supplier = ? and fault is not null order by key",
                SYSTEM);
    }

    private List<String> notices() {
        return hub.column(
                String.class,
                "select key from sync_notice where kind = 'DOCUMENT_NOT_READ' and resolved_at is null and text like ?"
                        + " order by key",
                "Supplier " + SYSTEM + " %");
    }

    private static SupplierOrder said(String number, String theirs, String confirmed) {
        return new SupplierOrder(
                Kind.CONFIRMATION,
                null,
                Instant.parse("2026-11-01T00:00:00Z").plusSeconds(Long.parseLong(confirmed)),
                null,
                number,
                theirs,
                null,
                null,
                false,
                null,
                null,
                List.of(),
                List.of(Docs.answered("1", Status.ACCEPTED, confirmed, null)),
                null);
    }

    private static Supplier supplier() {
        return new Supplier(
                SYSTEM, "V-I", "json", "", "", "", "", "", "", 1, "", "", "", false, "", "", "X-Hub-Signature-256");
    }
}
