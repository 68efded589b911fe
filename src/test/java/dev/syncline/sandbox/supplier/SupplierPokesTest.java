package dev.syncline.sandbox.supplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.Sandbox;
import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.call.SandboxProblem;
import dev.syncline.sandbox.database.SandboxDatabase;
import dev.syncline.sandbox.database.SandboxPools;
import dev.syncline.sandbox.document.Document;
import dev.syncline.sandbox.document.Order;
import dev.syncline.sandbox.document.OrderLine.Status;
import dev.syncline.sandbox.erp.ErpEntity;
import dev.syncline.sandbox.erp.ErpTable;
import dev.syncline.sandbox.partner.PartnerStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupplierPokesTest {
    private static final SupplierSystem ATLAS = SupplierSystem.named("atlas");
    private static final SupplierSystem BOREALIS = SupplierSystem.named("borealis");
    private static final SupplierSystem DELTA = SupplierSystem.named("delta");
    private static final SupplierSystem EVEREST = SupplierSystem.named("everest");

    @TempDir
    static Path folder;

    private static SandboxDatabase database;
    private static SandboxPools pools;
    private static SupplierStore store;
    private static SupplierPokes pokes;
    private static SupplierMail mail;

    @BeforeAll
    static void start() {
        database = Sandbox.start(folder);
        pools = new SandboxPools(database.url(""));
        store = new SupplierStore(pools);
        pokes = new SupplierPokes(store, new SupplierErp(pools));
        mail = new SupplierMail(pools, new PartnerStore(pools));
    }

    @AfterAll
    static void stop() {
        pools.close();
        database.close();
    }

    @Test
    void anOrderIsTheErpsUntilItIsPoked() {
        assertTrue(store.order("atlas", "PO-10001").isEmpty());
        Order order = poke(ATLAS, "PO-10001", "{'action':'confirm'}").order();
        assertEquals("AT10001", order.supplierNumber());
        assertEquals(Status.CONFIRMED, order.status());
        assertEquals(order, store.order("atlas", "PO-10001").orElseThrow());
        assertEquals(404, status(() -> poke(ATLAS, "PO-10013", "{'action':'confirm'}")), "another vendor's");
        assertEquals(404, status(() -> poke(ATLAS, "../'; drop table supplier_order", "{'action':'confirm'}")));
    }

    @Test
    void documentsOfAnOrderAreASecondApartAndInTheOrderOfPokes() {
        for (String action : List.of("acknowledge", "confirm", "ship-part", "ship")) {
            poke(DELTA, "PO-10037", "{'action':'" + action + "'}");
        }
        List<Document> documents = sent(DELTA, "PO-10037");
        assertEquals(
                List.of("DL10037-1", "DL10037-2", "DL10037-3", "DL10037-4"),
                documents.stream().map(Document::number).toList());
        for (int i = 1; i < documents.size(); i++) {
            assertTrue(!documents.get(i).at().isBefore(documents.get(i - 1).at().plusSeconds(1)));
        }
    }

    @Test
    void aRepeatedDocumentIsTheSameInANewPlace() {
        poke(DELTA, "PO-10038", "{'action':'confirm'}");
        poke(DELTA, "PO-10038", "{'action':'repeat'}");
        List<Document> documents = sent(DELTA, "PO-10038");
        assertEquals(2, documents.size());
        assertEquals(documents.get(0), documents.get(1));
    }

    @Test
    void aHeldDocumentComesAfterNewerOnes() {
        poke(BOREALIS, "PO-10013", "{'action':'confirm-part','line':1,'quantity':1,'hold':true}");
        assertTrue(sent(BOREALIS, "PO-10013").isEmpty());
        poke(BOREALIS, "PO-10013", "{'action':'confirm'}");
        poke(BOREALIS, "PO-10013", "{'action':'out-of-order'}");
        List<Document> documents = sent(BOREALIS, "PO-10013");
        assertEquals(2, documents.size());
        assertTrue(documents.get(1).at().isBefore(documents.get(0).at()));
        assertEquals(409, status(() -> poke(BOREALIS, "PO-10013", "{'action':'out-of-order'}")));
    }

    @Test
    void aWordOfThePastChangesNothingAtTheSupplier() {
        Order order = poke(ATLAS, "PO-10002", "{'action':'confirm'}").order();
        poke(ATLAS, "PO-10002", "{'action':'cancel','at':'2026-01-02T03:04:05Z'}");
        assertEquals(order, store.order("atlas", "PO-10002").orElseThrow());
        List<Document> documents = sent(ATLAS, "PO-10002");
        assertEquals(Instant.parse("2026-01-02T03:04:05Z"), documents.get(1).at());
        assertNotEquals(documents.get(0).number(), documents.get(1).number());
    }

    @Test
    void anOrderCanBePlacedAtTheSupplierOnce() {
        Order order = poke(EVEREST, "E/9001", "{'action':'place','lines':[{'item':'CAT-1002','quantity':3}]}")
                .order();
        assertNull(order.number());
        assertEquals("E/9001", order.supplierNumber());
        assertEquals(order, store.order("everest", "E/9001").orElseThrow());
        assertEquals(409, status(() -> poke(EVEREST, "E/9001", "{'action':'place'}")));
    }

    @Test
    void ordersAreAnsweredAsTheyStandAndOnce() {
        poke(EVEREST, "PO-10049", "{'action':'confirm'}");
        poke(EVEREST, "PO-10049", "{'action':'ship'}");
        List<Document> orders = sent(EVEREST, "PO-10049");
        assertEquals(1, orders.size());
        assertEquals(Status.SHIPPED, orders.get(0).order().status());
    }

    @Test
    void pagesHaveNoGapAndInterchangesKeepTheirNumber() {
        Instant before = Instant.now();
        for (int i = 25; i < 30; i++) {
            poke(SupplierSystem.named("cobalt"), "PO-100" + i, "{'action':'confirm'}");
        }
        SupplierSystem cobalt = SupplierSystem.named("cobalt");
        SupplierMail.Page first = mail.page(cobalt, before, null, null, null, 3);
        SupplierMail.Page second = mail.page(cobalt, before, null, null, first.next(), 3);
        assertEquals(3, first.letters().size());
        assertEquals(2, second.letters().size());
        assertNull(second.next());
        assertTrue(mail.page(cobalt, Instant.now().plusSeconds(5), null, null, null, 3)
                .letters()
                .isEmpty());
        assertEquals(400, status(() -> mail.page(cobalt, null, null, null, "x'", 3)));
        long number = mail.interchange(cobalt, List.of(1L, 2L));
        assertEquals(number, mail.interchange(cobalt, List.of(1L, 2L)));
        assertNotEquals(number, mail.interchange(cobalt, List.of(1L, 2L, 3L)));
    }

    @Test
    void pokesManyOrdersAtOnce() {
        new ErpTable(pools).generate(ErpEntity.PURCHASE_ORDERS, 6_000);
        Poke confirm = new Poke(SandboxJson.object("{\"action\":\"confirm\"}".getBytes()));
        assertEquals(1_100, pokes.pokeMany(ATLAS, confirm, 1_100, "PO-10100"));
        assertEquals(
                3,
                pokes.pokeMany(ATLAS, new Poke(SandboxJson.object("{\"action\":\"ship\"}".getBytes())), 3, "PO-10100"));
        assertEquals(0, pokes.pokeMany(ATLAS, confirm, 3, "PO-10100"), "what is shipped is confirmed no more");
        List<Document> documents = sent(ATLAS, "PO-10105");
        assertEquals(
                List.of(Document.Kind.CONFIRMATION, Document.Kind.SHIPMENT),
                documents.stream().map(Document::kind).toList());
    }

    private static SupplierPokes.Result poke(SupplierSystem supplier, String number, String json) {
        return pokes.poke(
                supplier,
                number,
                new Poke(SandboxJson.object(json.replace('\'', '"').getBytes())));
    }

    private static List<Document> sent(SupplierSystem supplier, String number) {
        return mail.page(supplier, null, null, number, null, 100).documents();
    }

    private static int status(Runnable call) {
        return assertThrows(SandboxProblem.class, call::run).status();
    }
}
