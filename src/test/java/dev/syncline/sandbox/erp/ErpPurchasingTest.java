package dev.syncline.sandbox.erp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.sandbox.Sandbox;
import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.database.SandboxDatabase;
import dev.syncline.sandbox.database.SandboxPools;
import dev.syncline.sandbox.database.SandboxScripts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErpPurchasingTest {
    @TempDir
    static Path folder;

    private static SandboxDatabase database;
    private static SandboxPools pools;
    private static ErpTable erp;

    @BeforeAll
    static void start() {
        database = Sandbox.start(folder);
        pools = new SandboxPools(database.url(""));
        erp = new ErpTable(pools);
    }

    @AfterAll
    static void stop() {
        pools.close();
        database.close();
    }

    @Test
    void eachSupplierHasTwelveOpenOrdersOfTwoToSixLines() throws SQLException {
        assertEquals(
                "V-00101:12 V-00102:12 V-00103:12 V-00104:12 V-00105:12",
                text(
                        """
                        select string_agg(vendor_no || ':' || orders, ' ' order by vendor_no)
                        from (select vendor_no, count(*) as orders
                              from purchase_orders join vendors using (vendor_no)
                              where vendor_no between 'V-00101' and 'V-00105' and purchase_orders.status = 'OPEN'
                                and vendors.status = 'ACTIVE' and order_no between 'PO-10001' and 'PO-10060'
                              group by vendor_no) counted"""));
        assertEquals(
                "2 6",
                text(
                        """
                        select min(lines) || ' ' || max(lines)
                        from (select count(*) as lines from purchase_order_lines group by order_no) counted"""));
        for (String some : new String[] {
            "select count(*) from purchase_order_lines where special_order is not null",
            "select count(*) from purchase_order_lines where vendor_item_no is null and order_no < 'PO-10061'",
            "select count(*) from purchase_orders where status = 'CLOSED'",
        }) {
            assertTrue(Long.parseLong(text(some)) > 10, some);
        }
        assertEquals(
                "0",
                text(
                        "select count(*) from purchase_order_lines where product_no not in (select product_no from products)"));
    }

    @Test
    void anyEditRaisesTheVersionOfItsOrder() throws SQLException {
        String version = "select version from purchase_orders where order_no = 'PO-10003'";
        assertEquals("1", text(version));
        erp.put(ErpEntity.PURCHASE_ORDERS, "PO-10003", SandboxJson.object("{\"note\":\"Hurry\"}".getBytes()));
        assertEquals("2", text(version));
        erp.put(
                ErpEntity.PURCHASE_ORDER_LINES,
                "PO-10003|1",
                SandboxJson.object("{\"description\":\"Other\"}".getBytes()));
        assertEquals("3", text(version));
        erp.put(ErpEntity.PURCHASE_ORDER_LINES, "PO-10003|77", SandboxJson.object("{\"ordered\":3}".getBytes()));
        assertEquals("4", text(version));
        erp.delete(ErpEntity.PURCHASE_ORDER_LINES, "PO-10003|77");
        assertEquals("5", text(version));
        assertEquals("1", text("select version from purchase_orders where order_no = 'PO-10004'"));
        JsonNode order = SandboxJson.parse(
                erp.item(ErpEntity.PURCHASE_ORDERS, "PO-10003").orElseThrow());
        assertEquals("Other", order.at("/lines/0/description").asText());
    }

    @Test
    void ordersInBulkAreSpreadOverTheSuppliers() throws SQLException {
        assertEquals(
                1_000,
                SandboxJson.parse(erp.generate(ErpEntity.PURCHASE_ORDERS, 1_000))
                        .path("added")
                        .asInt());
        assertEquals(
                "5 200 200",
                text(
                        """
                        select count(*) || ' ' || min(orders) || ' ' || max(orders)
                        from (select count(*) as orders from purchase_orders where order_no > 'PO-10100'
                              group by vendor_no) counted"""));
        assertEquals(
                "10.0",
                text(
                        """
                        select round(avg(lines), 1)
                        from (select count(*) as lines from purchase_order_lines where order_no > 'PO-10100'
                              group by order_no) counted"""));
        assertEquals("1", text("select max(version) from purchase_orders where order_no > 'PO-10100'"));
    }

    @Test
    void aDatabaseOfAnEarlierVersionGetsWhatItLacks() throws SQLException {
        database.create("earlier");
        try (Connection connection = database.dataSource("earlier").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(SandboxScripts.read("erp.sql"));
            statement.execute("insert into vendors (vendor_no, name) values ('V-00101', 'Kept')");
            ErpData.fillWhenEmpty(database.dataSource("earlier"));
            ResultSet row = statement.executeQuery(
                    "select (select count(*) from purchase_orders), (select string_agg(name, ' ') from vendors)");
            assertTrue(row.next());
            assertEquals(100, row.getInt(1));
            assertEquals("Kept", row.getString(2));
        }
    }

    @Test
    void gtinsHaveTheCheckDigitOfTheStandard() {
        assertEquals("4006381333931", ErpPurchasing.gtin(400_638_133_393L));
        assertFalse(ErpPurchasing.gtin(1).isBlank());
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = database.dataSource("erp").getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
