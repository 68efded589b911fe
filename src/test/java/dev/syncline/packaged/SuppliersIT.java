package dev.syncline.packaged;

import static dev.syncline.support.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Purchase orders in step with five suppliers of one format each, by the packaged program in little memory, which is killed
 * on the way.
 */
class SuppliersIT {
    /** Of each supplier; ten lines each. */
    private static final int ORDERS = Integer.getInteger("suppliers.orders", 400);

    private static final String CONFIRMED = "select count(*) from purchase_orders where supplier_order_no is not null";

    @TempDir
    Path folder;

    @Test
    void ordersAreAsTheirSuppliersHaveThemAndNothingIsDoubledAfterAKill() throws Exception {
        try (Plant plant = new Plant(folder);
                Mailboxes mail = new Mailboxes(ORDERS)) {
            copyRoutes(plant);
            fillErp(plant);
            Map<String, String> environment = environment(plant, mail);
            List<Long> runs = new ArrayList<>();
            try (Program killed = plant.start(environment)) {
                await().until(killed::isReady);
                assertEquals(200, killed.call("GET", "/api/vendors").statusCode());
                plant.execute("hub", "update purchase_vendor set auto_sync = true");
                for (String supplier : Mailboxes.SUPPLIERS) {
                    runs.add(trigger(killed, supplier));
                }
                await().pollInterval(Duration.ofMillis(20)).until(() -> number(plant.erp(CONFIRMED)) > ORDERS);
                killed.kill();
            }
            assertTrue(number(plant.erp(CONFIRMED)) < 5L * ORDERS, "killed in the midst");
            assertNotEquals(
                    List.of("0"), plant.hub("select count(*) from sync_run where status = 'IN_PROGRESS'"), "active");
            try (Program program = plant.start(environment)) {
                runs.forEach(plant::awaitEnd);
                assertInStep(plant, "after the kill");
                for (String supplier : Mailboxes.SUPPLIERS) {
                    long again = trigger(program, supplier);
                    plant.awaitEnd(again);
                    assertEquals(
                            List.of("0"),
                            plant.hub("select created + updated from sync_run where id = " + again),
                            "the same documents again");
                }
                assertInStep(plant, "after the same documents came again");
                assertTrue(mail.acknowledgements() >= ORDERS, "documents of atlas, borealis and delta are answered");
            }
        }
    }

    private static long trigger(Program program, String supplier) throws Exception {
        await().until(program::isReady);
        return program.trigger(supplier + "-orders-to-erp", "range=all")
                .path("id")
                .asLong();
    }

    private static long number(List<String> answer) {
        return Long.parseLong(answer.get(0));
    }

    private static void assertInStep(Plant plant, String when) {
        List<String> expected = new ArrayList<>();
        for (int n = 0; n < ORDERS; n++) {
            for (String supplier : Mailboxes.SUPPLIERS) {
                String order = Mailboxes.order(supplier, n);
                for (int line = 1; line <= Mailboxes.LINES; line++) {
                    int confirmed = Mailboxes.confirmed(order, line);
                    expected.add(String.join(
                            " ",
                            "S-" + order,
                            Integer.toString(line),
                            Integer.toString(confirmed),
                            Integer.toString(Mailboxes.ORDERED - confirmed)));
                }
            }
        }
        expected.sort(null);
        List<String> found = plant.erp(
                """
                select concat_ws(' ', o.supplier_order_no, l.line_no, trim_scale(l.confirmed), trim_scale(l.back_ordered))
                from purchase_orders o join purchase_order_lines l on l.order_no = o.order_no""");
        found.sort(null);
        assertEquals(expected, found, when + ": every line is as its supplier has it");
        assertEquals(
                List.of(),
                plant.erp("select order_no from purchase_orders where version <> 2"),
                when + ": every order was written once");
        assertEquals(
                List.of(5 * ORDERS + " " + 5 * ORDERS),
                plant.hub("select count(*) || ' ' || count(distinct key) from sync_document_log, unnest(keys) key"),
                when + ": the log has every order once, also those that the killed program wrote and did not record");
        assertEquals(
                List.of(),
                plant.hub(
                        """
                        select key || ' ' || action || ' ' || words
                        from sync_document_log, unnest(keys, actions, changed) entry (key, action, words)
                        where action <> 2 or words not like '%quantity%status%'"""),
                when + ": each as updated, with what was");
        assertEquals(
                List.of(Integer.toString(5 * ORDERS)),
                plant.hub("select sum(updated) from sync_run where id <= 5"),
                when + ": the first runs wrote every order once");
        assertEquals(
                List.of("0"),
                plant.hub("select count(*) from purchase_intent"),
                when + ": nothing is left to be told of");
        assertEquals(
                List.of(Integer.toString(5 * ORDERS)),
                plant.hub("select count(*) from supplier_update"),
                when + ": what was said of an order is there once");
        assertEquals(
                List.of(Integer.toString(5 * ORDERS)),
                plant.hub("select count(*) from sync_record where status = 1"),
                when + ": every record is SUCCESS");
        assertEquals(
                List.of(), plant.hub("select id from sync_run where status <> 'SUCCESS'"), when + ": no run is active");
    }

    private static void copyRoutes(Plant plant) throws Exception {
        List<String> names = new ArrayList<>(List.of(
                "templates/supplier-read.camel.yaml",
                "templates/auto-sync.camel.yaml",
                "systems/catalog.camel.yaml",
                "purchasing/purchase-orders.camel.yaml",
                "purchasing/catalog-products-to-erp.camel.yaml"));
        for (String supplier : Mailboxes.SUPPLIERS) {
            names.add("systems/" + supplier + ".camel.yaml");
            names.add("purchasing/" + supplier + "-orders-to-erp.camel.yaml");
        }
        for (String name : names) {
            String file = Files.readString(Path.of("routes").resolve(name));
            // Runs are those that the test orders.
            Files.writeString(
                    plant.routes().resolve(Path.of(name).getFileName()),
                    file.replaceFirst(" *- name: schedule\n +value: .*\n", ""));
        }
    }

    private static void fillErp(Plant plant) throws Exception {
        for (String file : List.of("purchasing.sql", "purchasing-rules.sql")) {
            plant.execute("erp", Files.readString(Path.of("src/main/resources/sandbox", file)));
        }
        plant.execute(
                "erp",
                """
                insert into purchase_orders (order_no, vendor_no)
                select 'PO-' || 10000 + n, 'V-0010' || 1 + n %% 5 from generate_series(0, %d) n;
                insert into purchase_order_lines (order_no, line_no, product_no, ordered, unit)
                select order_no, line, 'P-' || line, %d, 'EA' from purchase_orders, generate_series(1, %d) line"""
                        .formatted(5 * ORDERS - 1, Mailboxes.ORDERED, Mailboxes.LINES));
        plant.execute("erp", "analyze");
    }

    private static Map<String, String> environment(Plant plant, Mailboxes mail) {
        Map<String, String> environment = plant.environment();
        Stream.concat(Mailboxes.SUPPLIERS.stream(), Stream.of("catalog")).forEach(system -> {
            environment.put("SYNCLINE_SYSTEMS_" + system.toUpperCase() + "_URL", mail.url(system));
            environment.put("SYNCLINE_SYSTEMS_" + system.toUpperCase() + "_TOKEN", "secret-token");
        });
        return environment;
    }
}
