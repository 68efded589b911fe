package dev.syncline.purchasing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class OrderQueriesTest {
    @Inject
    OrderQueries orders;

    private final Database hub = Database.hub();

    @BeforeEach
    void addOrders() {
        hub.execute(
                """
                insert into purchase_order (vendor, number, supplier_no, supplier_notified_at)
                select 'Q-' || v, 'QX-' || n, 'QS-' || v || '-' || n, case when n = 19 then now() end
                from generate_series(1, 2) v, generate_series(10, 19) n""");
    }

    @AfterEach
    void removeOrders() {
        hub.execute("delete from purchase_order where vendor like 'Q-%'");
    }

    @Test
    void whatIsAskedForIsFoundBehindPagesOfOthers() throws SQLException {
        assertEquals(List.of("Q-2 QX-10", "Q-2 QX-11"), list("Q-2", null, "QX-1", "", "", 2));
        assertEquals(List.of("Q-1 QX-19", "Q-2 QX-19"), list(null, true, "QX-1", "", "", 2));
        assertEquals(List.of("Q-2 QX-19"), list(null, true, "QX-1", "Q-1", "QX-19", 2));
    }

    @Test
    void ordersAreFoundByEitherNumber() throws SQLException {
        assertEquals(List.of("Q-2 QX-13"), list(null, null, "QS-2-13", "", "", 5));
        assertEquals(List.of(), list("Q-1", null, "QS-2-13", "", "", 5));
    }

    private List<String> list(String vendor, Boolean stale, String q, String afterVendor, String afterNumber, int limit)
            throws SQLException {
        return orders.list(vendor, stale, q, afterVendor, afterNumber, limit).stream()
                .map(order -> order.vendor() + " " + order.number())
                .toList();
    }
}
