package dev.syncline.supplier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.supplier.SupplierOrder.Kind;
import dev.syncline.supplier.SupplierOrder.Status;
import dev.syncline.support.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which order a document is of, in whichever way it comes. */
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class InboxTest {
    private static final String SYSTEM = "inbox-test";

    @Inject
    Inbox inbox;

    private final Database hub = Database.hub();

    @AfterEach
    void forget() {
        for (String table : List.of("supplier_order", "supplier_update", "supplier_document")) {
            hub.execute("delete from " + table + " where supplier = ?", SYSTEM);
        }
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
        Document broken = new Document(Document.digest(new byte[] {1}), new byte[] {1}, null, "broken", null);
        receive(broken);
        long id = hub.value(Long.class, "select id from supplier_document where supplier = ?", SYSTEM);

        Document mended = document("d1", said("PO-1", "S-1", "10"));
        Map<String, SupplierRow> seen = inbox.again(supplier(), Map.of(id, mended), false);

        assertEquals(java.util.Set.of("PO-1"), seen.keySet());
        assertEquals(List.of(), keysOfOrders());
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

    private Object receive(Document... documents) throws Exception {
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

    private static Document document(String id, SupplierOrder... orders) {
        byte[] content = (id + Arrays.toString(orders)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Reading reading = new Reading(id, "test", List.of(orders), List.of(), List.of(), null, null);
        return new Document(Document.digest(content), content, reading, null, null);
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
                List.of(Docs.answered("1", Status.ACCEPTED, confirmed, null)));
    }

    private static Supplier supplier() {
        return new Supplier(
                SYSTEM, "V-I", "json", "", "", "", "", "", "", 1, "", "", "", false, "", "", "X-Hub-Signature-256");
    }
}
