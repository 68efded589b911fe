package dev.syncline.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class RouteNumbersTest {
    @Inject
    RouteNumbers numbers;

    @Inject
    DataSource hub;

    private final String route = "rolled-back-" + UUID.randomUUID();

    @Test
    void theNumberOfARouteStaysWhenTheTransactionThatFirstAskedRollsBack() {
        QuarkusTransaction.begin();
        int number = numbers.of(route);
        QuarkusTransaction.rollback();
        assertEquals(List.of(number), ids());
        assertEquals(number, numbers.of(route));
    }

    @Test
    void isFoundInATransactionThatHasLockedItsRow() throws Exception {
        int number = numbers.of(route);
        QuarkusTransaction.begin();
        try (Connection connection = hub.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update sync_route set success = success where name = ?")) {
            update.setString(1, route);
            update.executeUpdate();
            assertEquals(number, numbers.confirmed(route));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void aNumberThatTheHubHasLostIsNotUsedByTheNextRun() {
        int lost = numbers.of(route);
        Database.hub().execute("delete from sync_route where id = ?", lost);
        int number = numbers.confirmed(route);
        assertNotEquals(lost, number);
        assertEquals(List.of(number), ids());
        assertEquals(number, numbers.of(route));
        assertEquals(route, numbers.name(number));
    }

    private List<Integer> ids() {
        return Database.hub().column(Integer.class, "select id from sync_route where name = ?", route);
    }
}
