package dev.syncline.supplier.polling;

import static dev.syncline.support.Purchasing.sync;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import dev.syncline.supplier.inbox.SupplierOrderTable;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.Patience;
import dev.syncline.support.Purchasing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a supplier has been asked, when its answers are not what they should be. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class PollTest {
    @Inject
    SupplierOrderTable orders;

    @Inject
    Suppliers suppliers;

    private final Database hub = Database.hub();

    @BeforeEach
    void pauseSchedules() {
        Purchasing.pauseSchedules();
    }

    @AfterEach
    void clearFaults() {
        given().delete("/sandbox/faults");
    }

    @ParameterizedTest
    @ValueSource(strings = {"everest", "borealis"})
    void whatCameBrokenIsAskedForAgain(String supplier) {
        sync(supplier);
        OffsetDateTime since = polled(supplier);
        String body = "{\\\"orders\\\": broken " + UUID.randomUUID();
        fault(supplier, "documents", "\"kind\":\"malformed\",\"body\":\"" + body + "\"");
        assertTrue(sync(supplier).getInt("counts.failed") > 0);
        assertEquals(since, polled(supplier), "what was in it is not known");

        sync(supplier);
        assertNotEquals(since, polled(supplier));
    }

    @Test
    void whoWantsAnOrderWhileItIsAskedForWantsItStill() throws Exception {
        Supplier supplier = suppliers.find("atlas").orElseThrow();
        Instant asked = Instant.now();
        orders.want(supplier, List.of("POLL-2", "POLL-3"), asked.minusSeconds(1));
        orders.want(supplier, List.of("POLL-3"), asked.plusSeconds(1));

        orders.asked(supplier, List.of("POLL-2", "POLL-3"), asked);

        assertEquals(List.of("POLL-3"), orders.wanted(supplier, "POLL-", 10));
        orders.asked(supplier, List.of("POLL-3"), asked.plusSeconds(2));
    }

    @Test
    void aSupplierThatWasAskedAndHasNothingNewIsToldFromOneThatNeverWas() {
        hub.execute("insert into purchase_order (vendor, number, auto_sync) values ('V-00105', 'POLL-NEVER', false)");
        try {
            assertNull(checkedByNumber());
            Instant before = Instant.now().minusSeconds(1);

            // Everest can be asked by number, and does not know the order.
            Api.as("operator")
                    .contentType("application/json")
                    .body("{\"enabled\":true}")
                    .put("/api/purchase-orders/V-00105/POLL-NEVER/auto-sync")
                    .then()
                    .statusCode(200);

            Patience.await("the supplier is asked at once").until(() -> checkedByNumber() != null);
            var order = Purchasing.order("V-00105", "POLL-NEVER");
            assertTrue(OffsetDateTime.parse(order.getString("lastCheckedAt"))
                    .toInstant()
                    .isAfter(before));
            assertNull(order.getString("lastSyncedAt"));
        } finally {
            hub.execute("delete from purchase_order where number = 'POLL-NEVER'");
            hub.execute("delete from supplier_wanted where key = 'POLL-NEVER'");
        }
    }

    private OffsetDateTime checkedByNumber() {
        return hub.value(
                OffsetDateTime.class, "select last_checked_at from purchase_order where number = 'POLL-NEVER'");
    }

    @Test
    void aPollAsksForAllOrders() {
        hub.execute("insert into purchase_order (vendor, number, auto_sync) values ('V-00101', 'POLL-ALL', false)");
        try {
            Instant before = Instant.now().minusSeconds(1);
            sync("atlas");
            String checked = Purchasing.order("V-00101", "POLL-ALL").getString("lastCheckedAt");
            assertTrue(OffsetDateTime.parse(checked).toInstant().isAfter(before), checked);
        } finally {
            hub.execute("delete from purchase_order where number = 'POLL-ALL'");
        }
    }

    private OffsetDateTime polled(String supplier) {
        return hub.value(OffsetDateTime.class, "select since from supplier_poll where supplier = ?", supplier);
    }

    private static void fault(String system, String entity, String what) {
        given().contentType("application/json")
                .body("{\"system\":\"" + system + "\",\"entity\":\"" + entity + "\"," + what + ",\"times\":1}")
                .post("/sandbox/faults")
                .then()
                .statusCode(201);
    }
}
