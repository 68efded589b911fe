package dev.syncline.console;

import static dev.syncline.support.Purchasing.poke;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.purchasing.BuyersOrders;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Browser;
import dev.syncline.support.Browser.Form;
import dev.syncline.support.Database;
import dev.syncline.support.Purchasing;
import dev.syncline.support.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages of purchase orders, as a buyer uses them. */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class OrdersConsoleTest {
    private static final String SUPPLIER = "borealis";
    private static final String VENDOR = "V-00102";
    private static final String CALLS = "/api/purchase-orders/" + VENDOR + "/";

    private final Browser operator = new Browser("operator");
    private final Browser viewer = new Browser("viewer");
    private final Database hub = Database.hub();

    @BeforeEach
    void pauseSchedules() {
        Purchasing.pauseSchedules();
        hub.execute("create table if not exists console_test_switch (vendor text, number text, auto_sync boolean)");
        hub.execute("delete from console_test_switch");
        hub.execute("insert into console_test_switch select vendor, number, auto_sync from purchase_order");
        hub.execute("insert into console_test_switch select vendor, null, auto_sync from purchase_vendor");
    }

    @AfterEach
    void leaveTheSwitchesAsTheyWere() {
        hub.execute("delete from purchase_order where number like 'PO-NEW-%'");
        hub.execute(
                """
                update purchase_order o set auto_sync = t.auto_sync from console_test_switch t
                where t.vendor = o.vendor and t.number = o.number""");
        hub.execute(
                """
                update purchase_vendor v set auto_sync = t.auto_sync from console_test_switch t
                where t.vendor = v.vendor and t.number is null""");
        hub.execute("drop table console_test_switch");
    }

    private static String page(String number) {
        return "/order?vendor=" + VENDOR + "&number=" + number;
    }

    @Test
    void anOrderShowsWhatTheSupplierMadeOfItAndTheDocumentsThatSaidSo() {
        String number = "PO-CONSOLE-1";
        BuyersOrders.ordered(SUPPLIER, number);
        String before = viewer.page(page(number));
        assertTrue(before.contains("The supplier has sent nothing about this order yet"), before);

        poke(SUPPLIER, number, "{'action':'confirm-part','line':1,'quantity':4}");
        Purchasing.sync(SUPPLIER);
        String order = Browser.text(viewer.page(page(number)));
        String line = found("(?s)<td[^>]*>1</td>(.*?)</tr>", order);
        assertEquals(
                List.of("10", "4", "0", "6", "0"),
                Pattern.compile("<td class=\"num\">([^<]*)</td>")
                        .matcher(line)
                        .results()
                        .map(cell -> cell.group(1))
                        .limit(5)
                        .toList(),
                line);
        for (String locked : List.of("Ordered", "Confirmed", "Shipped", "Back-ordered", "Cancelled", "Unit cost")) {
            assertTrue(order.matches("(?s).*>" + locked + "<svg class=\"lock\".*"), locked + " is locked: " + order);
        }
        assertFalse(order.contains(">Description<svg"), order);
        assertTrue(order.contains("Follows its supplier") && order.contains("by its own switch"), order);
        assertTrue(order.contains("RFF+ON:" + number), "the document as it came: " + order);
        assertEquals(List.of(), Browser.forms(order), "a viewer changes nothing");

        poke(SUPPLIER, number, "{'action':'cancel-line','line':1}");
        Purchasing.sync(SUPPLIER);
        String cancelled = viewer.page(page(number));
        assertTrue(cancelled.contains("<summary>1 hidden line, cancelled or rejected"), cancelled);
        assertTrue(cancelled.contains(">Line cancelled</td>"), "its notice is open: " + cancelled);
        assertTrue(cancelled.indexOf("Confirmation") > 0, cancelled);
        assertEquals(2, cancelled.split("class=\"sheet\"", -1).length - 1, "beside each other: " + cancelled);

        Form resolve = Browser.form(operator.page(page(number)), "Resolve: Line cancelled");
        operator.send(resolve).then().statusCode(303).header("Location", containsString(page(number)));
        assertFalse(operator.page(page(number)).contains(">Line cancelled</td>"));

        for (String route : List.of(SUPPLIER + "-orders-to-erp", Purchasing.BOOK)) {
            String record = viewer.page("/record?route=" + route + "&key=" + number);
            assertTrue(Browser.text(record).contains("<a href=\"" + page(number) + "\">"), record);
        }
    }

    @Test
    void theSupplierDocumentsOfAnOrderAreAnsweredWithBounds() {
        String number = "PO-CONSOLE-2";
        BuyersOrders.ordered(SUPPLIER, number);
        poke(SUPPLIER, number, "{'action':'confirm','line':1}");
        poke(SUPPLIER, number, "{'action':'ship','line':1}");
        Purchasing.sync(SUPPLIER);
        String documents = CALLS + number + "/documents";
        Reply all = Api.as("viewer").get(documents).as(Reply.class);
        List<Object> ids = all.getList("items.id");
        assertTrue(all.getList("items.kinds").toString().contains("SHIPMENT"), all.prettify());
        assertTrue(all.getString("items[0].content").contains(number), all.prettify());
        assertTrue(all.getBoolean("items[0].whole"), all.prettify());
        Reply first = Api.as("viewer").get(documents + "?limit=1").as(Reply.class);
        assertEquals(ids.subList(0, 1), first.getList("items.id"));
        if (ids.size() > 1) {
            assertEquals(
                    ids.subList(1, 2),
                    Api.as("viewer")
                            .get(documents + "?limit=1&cursor=" + first.getString("next"))
                            .as(Reply.class)
                            .getList("items.id"));
        }
        Object id = ids.get(0);
        hub.execute(
                "update supplier_document set content = convert_to(repeat('é', 20000) || ' ' || ? || repeat('ü', 20000), 'UTF8')"
                        + " where id = ?",
                number,
                ((Number) id).longValue());
        Reply part = Api.as("viewer").get(documents + "?limit=1").as(Reply.class);
        String content = part.getString("items[0].content");
        assertTrue(content.matches("é+ " + number + "ü+"), content);
        assertFalse(part.getBoolean("items[0].whole"));
        assertTrue(content.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 20_000);
        assertTrue(viewer.page(page(number)).contains("Show more of it"));
        String whole = viewer.page("/order/document?vendor=" + VENDOR + "&number=" + number + "&id=" + id);
        assertTrue(whole.matches("(?s).*é{20000} " + number + "ü{20000}.*"), "all of it");

        hub.execute("update supplier_document set content = null where id = ?", ((Number) id).longValue());
        assertTrue(viewer.page(page(number)).contains("Its content was purged for its age"));
        Api.as("viewer").get(documents + "?limit=101").then().statusCode(400).body("detail", containsString("100"));
        for (String none : List.of("/999999999", "/x")) {
            Api.as("viewer").get(documents + none).then().statusCode(404);
        }
        Api.as("viewer").get(CALLS + "no-such/documents").then().statusCode(404);
        Api.as("viewer").get(CALLS + "PO-CONSOLE-NOT/documents/" + id).then().statusCode(404);
    }

    @Test
    void anOrdersSwitchAndRefreshArePressedOnItsPage() {
        String number = "PO-CONSOLE-3";
        BuyersOrders.ordered(SUPPLIER, number);
        poke(SUPPLIER, number, "{'action':'confirm','line':1}");
        String before = operator.page(page(number));
        operator.run(Browser.form(before, "Refresh from the supplier"));
        assertTrue(operator.page(page(number)).contains(">10</td>"));
        Form off = Browser.form(before, "Switch off for this order");
        assertTrue(off.html().contains("1 order stops following"), off.html());
        assertEquals("false", off.fields().get("enabled"));
        operator.send(off).then().statusCode(303).header("Location", containsString("/order?vendor=" + VENDOR));
        String switchedOff = operator.page(page(number));
        assertTrue(switchedOff.contains("Auto-sync is off"), switchedOff);
        assertFalse(switchedOff.contains("class=\"lock\""), "the buyer fills its fields again");
        operator.send(Browser.form(switchedOff, "1 order begins to follow"))
                .then()
                .statusCode(303);
        assertTrue(operator.page(page(number)).contains("Follows its supplier"));
    }

    @Test
    void aStaleOrderIsRedAndTheOverviewRefreshesIt() {
        String number = "PO-CONSOLE-4";
        BuyersOrders.ordered(SUPPLIER, number);
        poke(SUPPLIER, number, "{'action':'confirm','line':1}");
        Purchasing.sync(SUPPLIER);
        hub.execute(
                """
                update purchase_order set last_synced_at = now() - interval '3 hours',
                    supplier_notified_at = now() - interval '2 hours' where number = ?""",
                number);
        String list = viewer.page("/orders?stale=true&vendor=" + VENDOR + "&q=" + number);
        assertTrue(list.contains("class=\"tip text-bad\" tabindex=\"0\" aria-describedby="), list);
        String tip = found("role=\"tooltip\"[^>]*>([^<]*)<", list);
        assertTrue(tip.contains("sent a notification 2 h ago") && tip.contains("was not synced since"), tip);
        assertFalse(viewer.page("/orders?stale=false&q=" + number).contains(page(number)));
        assertTrue(viewer.page("/vendors?stale=true").contains(VENDOR));
        assertTrue(viewer.page("/").matches("(?s).*stale order.* needs? you.*"));

        Form refresh = Browser.forms(operator.page("/")).stream()
                .filter(form -> form.action().equals("/vendors/refresh")
                        && VENDOR.equals(form.fields().get("vendor")))
                .findFirst()
                .orElseThrow();
        operator.run(refresh);
        Api.as("viewer").get(CALLS + number).then().body("stale", equalTo(false));
        assertTrue(viewer.page("/orders?stale=true&q=" + number).contains("No order that matches is older"));
    }

    @Test
    void aVendorsSwitchTouchesAsManyOrdersAsItSays() {
        BuyersOrders.ordered(SUPPLIER, "PO-CONSOLE-5"); // with a switch of its own, which is on
        Purchasing.autoSync(VENDOR, false, false);
        long open = hub.value(Long.class, "select count(*) from purchase_order where vendor = ? and is_open", VENDOR);
        long before = following();
        String page = operator.page("/orders?vendor=" + VENDOR);
        Form with = Browser.form(page, "Switch on with " + open + " open order");
        assertTrue(with.html().contains((open - before) + " open order"), with.html());
        assertTrue(page.contains("Switch on for later orders only"), page);

        hub.execute("insert into purchase_order (vendor, number) values (?, 'PO-NEW-1')", VENDOR);
        operator.send(with)
                .then()
                .statusCode(409)
                .body(containsString("have changed since the page was made"), containsString("Nothing was switched"));
        assertEquals(before, following());
        hub.execute("delete from purchase_order where number = 'PO-NEW-1'");

        Response answer = operator.send(with);
        assertEquals(303, answer.statusCode(), answer.asString());
        Api.ended(Long.parseLong(answer.header("Location").replaceAll(".*/runs/", "")));
        assertEquals(open, following());
        Form off = Browser.form(operator.page("/orders?vendor=" + VENDOR), "Switch off");
        assertTrue(off.html().contains(open + " open orders stop following"), off.html());
        operator.send(off).then().statusCode(303).header("Location", containsString("/orders?vendor=" + VENDOR));
        assertEquals(0, following());
        assertTrue(viewer.page("/vendors").contains("/orders?vendor=" + VENDOR));
    }

    private long following() {
        return hub.value(
                Long.class,
                """
                select count(*) from purchase_order o join purchase_vendor v using (vendor)
                where vendor = ? and o.is_open and coalesce(o.auto_sync, v.auto_sync)""",
                VENDOR);
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), () -> pattern + " is not in " + text);
        return matcher.group(1);
    }
}
