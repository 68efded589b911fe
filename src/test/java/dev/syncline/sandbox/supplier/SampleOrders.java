package dev.syncline.sandbox.supplier;

import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.document.Document;
import dev.syncline.sandbox.document.Order;
import dev.syncline.sandbox.document.OrderLine;
import dev.syncline.sandbox.document.OrderLine.Item;
import dev.syncline.sandbox.document.OrderLine.Quantities;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An order at a supplier for tests: three lines, with what formats stumble over in their texts. */
final class SampleOrders {
    private static final LocalDate DATE = LocalDate.parse("2026-12-01");
    private final List<Document> documents = new ArrayList<>();
    private Order order;

    SampleOrders(String number) {
        order = new Order(
                number,
                "AT-900",
                "EUR",
                LocalDate.parse("2026-11-02"),
                DATE,
                List.of(),
                0,
                Instant.parse("2026-11-02T08:00:00Z"),
                List.of(
                        line(1, "P-1", "S:1", "4006381333931", "Dübel + Schraube 8x40 'KS' <1:2>?", "10", "1.2500"),
                        line(
                                2,
                                "P-2",
                                null,
                                null,
                                "Sand* ~ \"fine\" & dry, 30 kg a bag, on a pallet",
                                "2.5",
                                "33.333333"),
                        line(3, null, "S 3", null, "株式会社 Brett", "100", "0.07")));
    }

    private static OrderLine line(
            int line, String item, String supplierItem, String gtin, String text, String ordered, String cost) {
        return new OrderLine(
                line,
                new Item(item, supplierItem, gtin, text, "PCE"),
                Quantities.ordered(new BigDecimal(ordered)),
                new BigDecimal(cost),
                DATE,
                List.of(),
                false,
                false);
    }

    /** Each poke a minute after the one before. */
    SampleOrders poke(String json) {
        Poke poke = new Poke(SandboxJson.object(json.replace('\'', '"').getBytes()));
        Document document = SupplierActions.apply(poke, order, order.updatedAt().plusSeconds(60));
        order = document.order();
        documents.add(document);
        return this;
    }

    /** Everything that can become of an order, one after the other. */
    static SampleOrders life(String number) {
        return new SampleOrders(number)
                .poke("{'action':'acknowledge'}")
                .poke("{'action':'confirm-part','line':1,'quantity':8}")
                .poke("{'action':'confirm','line':2}")
                .poke("{'action':'back-order','line':3,'quantity':40,'date':'2027-01-15'}")
                .poke("{'action':'re-date','date':'2026-12-24'}")
                .poke("{'action':'reprice','line':2,'unitCost':35.5}")
                .poke("{'action':'ship-part','line':1,'quantity':5}")
                .poke("{'action':'ship','line':1}")
                .poke("{'action':'cancel-line','line':2}")
                .poke("{'action':'restore-line','line':2}")
                .poke("{'action':'add-item','item':'CAT-1007','quantity':4}")
                .poke("{'action':'add-item','item':'UNK-1','description':'Nobody knows'}")
                .poke("{'action':'confirm'}")
                .poke("{'action':'ship'}");
    }

    Order order() {
        return order;
    }

    List<Document> documents() {
        return documents;
    }

    Document last() {
        return documents.get(documents.size() - 1);
    }
}
