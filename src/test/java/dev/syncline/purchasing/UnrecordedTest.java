package dev.syncline.purchasing;

import static dev.syncline.support.Patience.await;
import static dev.syncline.support.Purchasing.assertInStep;
import static dev.syncline.support.Purchasing.autoSync;
import static dev.syncline.support.Purchasing.editErp;
import static dev.syncline.support.Purchasing.erpLines;
import static dev.syncline.support.Purchasing.erpOrder;
import static dev.syncline.support.Purchasing.order;
import static dev.syncline.support.Purchasing.poke;
import static dev.syncline.support.Purchasing.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.syncline.extension.PageRecord;
import dev.syncline.page.Depth;
import dev.syncline.page.Row;
import dev.syncline.page.RunContext;
import dev.syncline.page.Window;
import dev.syncline.sandbox.SandboxTestResource;
import dev.syncline.support.Api;
import dev.syncline.support.Application;
import dev.syncline.support.Database;
import dev.syncline.support.LostPage;
import dev.syncline.support.Purchasing;
import dev.syncline.support.Reply;
import dev.syncline.work.LeaseLost;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Orders that the ERP has committed and the hub has not: the page's transaction fails at its end. They are told of once,
 * and what Syncline wrote itself is nobody's edit.
 */
@Tag(Application.TAG)
@QuarkusTest
@QuarkusTestResource(SandboxTestResource.class)
class UnrecordedTest {
    private static final String SUPPLIER = "cobalt";
    private static final String VENDOR = "V-00103";
    private static final String ROUTE = "cobalt-orders-to-erp";

    @Inject
    OrderIntents intents;

    private final Database hub = Database.hub();
    private final Database erp = Database.of("erp");

    @BeforeEach
    void begin() {
        Purchasing.pauseSchedules();
        Api.run(Purchasing.BOOK, "range=all&depth=deep");
        autoSync(VENDOR, true, true);
    }

    @AfterEach
    void mend() {
        LostPage.mend();
        erp.execute("drop function if exists refuse_order() cascade");
    }

    @ParameterizedTest
    @CsvSource({"PO-10033, true", "PO-10034, false"})
    void isToldOfOnceWhenTheRunOrTheNextOneComesToIt(String number, boolean continues) {
        poke(SUPPLIER, number, "{'action':'confirm'}");
        LostPage.lose(number, continues ? LostPage.STOPPED : LostPage.BROKEN);
        long run = Api.start(ROUTE, "range=changes");
        if (continues) {
            await().until(() -> Api.run(run).getInt("resumed") > 0);
            assertEquals("CONFIRMED", erpOrder(number).get("status"), "the ERP has it");
            mend();
            assertNotEquals("FAILED", Api.ended(run).getString("status"));
        } else {
            assertEquals("FAILED", Api.ended(run).getString("status"));
            assertEquals("CONFIRMED", erpOrder(number).get("status"), "the ERP has it");
            mend();
            sync(SUPPLIER);
        }

        assertInStep(SUPPLIER, number);
        assertEquals("SUCCESS", Api.record(ROUTE, number).getString("status"));
        assertEquals(List.of("UPDATED"), actions(number));
        assertTrue(changed(number).containsAll(List.of("quantity", "status")), changed(number)::toString);

        Api.run(ROUTE, "range=all");
        assertEquals(List.of("UPDATED"), actions(number), "not once more");
        assertEquals(2, version(number), "written once");
    }

    @Test
    void anOrderThatWasCreatedIsToldOfAsThat() {
        String number = "C-7101";
        LostPage.lose(number, LostPage.BROKEN);
        place(number);
        assertEquals("FAILED", sync(SUPPLIER).getString("status"));
        assertEquals(2, erpLines(number).size(), "the ERP has it");
        mend();

        assertEquals(1, sync(SUPPLIER).getInt("counts.created"));
        assertEquals(List.of("CREATED"), actions(number));
        poke(SUPPLIER, number, "{'action':'ship'}");
        sync(SUPPLIER);
        assertEquals(List.of("UPDATED", "CREATED"), actions(number));
        assertEquals(2, erpLines(number).size(), "not once more");
    }

    @Test
    void anOrderThatWasCalledOffIsToldOfAsThat() {
        String number = "C-7102";
        place(number);
        sync(SUPPLIER);
        poke(SUPPLIER, number, "{'action':'cancel'}");
        writeUnrecorded(number);

        sync(SUPPLIER);
        assertEquals(List.of("CANCELLED", "CREATED"), actions(number));
        assertTrue(
                changed(number).containsAll(List.of("product removed", "quantity", "status")),
                changed(number)::toString);
        assertTrue(kinds(number).contains("ORDER_CANCELLED"));
    }

    @Test
    void whatTheSupplierSaysMeanwhileGoesOnTopOfIt() {
        String number = "C-7103";
        place(number);
        sync(SUPPLIER);
        poke(SUPPLIER, number, "{'action':'confirm-part','line':1,'quantity':1}");
        writeUnrecorded(number);

        poke(SUPPLIER, number, "{'action':'re-date','date':'2027-05-06'}");
        JsonPath run = sync(SUPPLIER);
        assertEquals("SUCCESS", Api.record(ROUTE, number).getString("status"), run.prettify());
        assertInStep(SUPPLIER, number);
        assertEquals(List.of(), kinds(number));
        assertEquals(List.of("UPDATED", "CREATED"), actions(number));
        assertTrue(changed(number).containsAll(List.of("quantity", "date")), changed(number)::toString);
    }

    @Test
    void whatTheSupplierTakesBackMeanwhileIsTakenBack() {
        String number = "C-7104";
        place(number);
        poke(SUPPLIER, number, "{'action':'re-date','date':'2027-05-06'}");
        sync(SUPPLIER);
        poke(SUPPLIER, number, "{'action':'re-date','date':'2027-06-07'}");
        writeUnrecorded(number);

        poke(SUPPLIER, number, "{'action':'re-date','date':'2027-05-06'}");
        sync(SUPPLIER);
        assertEquals("SUCCESS", Api.record(ROUTE, number).getString("status"));
        assertInStep(SUPPLIER, number);
        assertEquals(List.of("UPDATED", "CREATED"), actions(number));
        assertEquals(List.of("date"), changed(number));
    }

    @ParameterizedTest
    @CsvSource({"PO-10035, false", "C-7105, true"})
    void whatSomebodyEditsMeanwhileIsHeld(String number, boolean wasInStep) {
        if (wasInStep) {
            place(number);
            sync(SUPPLIER);
            poke(SUPPLIER, number, "{'action':'confirm-part','line':1,'quantity':2}");
        } else {
            poke(SUPPLIER, number, "{'action':'confirm'}");
        }
        writeUnrecorded(number);
        editErp("purchase-order-lines", number + "|1", "{'confirmed':1}");

        poke(SUPPLIER, number, "{'action':'re-date','date':'2027-05-06'}");
        sync(SUPPLIER);
        JsonPath record = Api.record(ROUTE, number);
        assertEquals("ON_HOLD", record.getString("status"), record.prettify());
        assertTrue(record.getString("reason").contains("line 1 confirmed is '1' there"), record.getString("reason"));
        assertEquals(List.of("EDITED_IN_ERP"), kinds(number));
        assertEquals(1, ((Number) erpLines(number).get(0).get("confirmed")).intValue(), "the edit is not lost");

        Response retry = Api.as("operator").post("/api/records/" + ROUTE + "/" + number + "/retry");
        assertEquals(1, Api.ended(retry.as(Reply.class).getLong("id")).getInt("counts.updated"));
        assertInStep(SUPPLIER, number);
        assertEquals("UPDATED", actions(number).get(0));
        assertEquals(wasInStep ? 2 : 1, actions(number).size());
        assertTrue(changed(number).containsAll(List.of("quantity", "date")), changed(number)::toString);
    }

    @Test
    void whatTheErpRefusesIsNotTakenForWritten() {
        String number = "C-7106";
        place(number);
        sync(SUPPLIER);
        refuse("update on purchase_orders", number);
        poke(SUPPLIER, number, "{'action':'re-date','date':'2027-05-06'}");
        sync(SUPPLIER);
        assertEquals("FAILED", Api.record(ROUTE, number).getString("status"));
        assertEquals(List.of(), hub.column(String.class, "select key from purchase_intent where key = ?", number));
        mend();

        for (Map<String, Object> line : erpLines(number)) {
            editErp("purchase-order-lines", number + "|" + line.get("lineNo"), "{'expectedOn':'2027-05-06'}");
        }
        editErp("purchase-orders", number, "{'expectedOn':'2027-05-06'}");
        Response retry = Api.as("operator").post("/api/records/" + ROUTE + "/" + number + "/retry");
        Api.ended(retry.as(Reply.class).getLong("id"));
        assertInStep(SUPPLIER, number);
    }

    @Test
    void aProcessThatHasLostItsRunRemembersNothing() {
        Row row = new Row("PO-LOST", null, Map.of(), false, null, OrderChange.of(null, null, Map.of()));
        PageRecord record = new PageRecord("PO-LOST", row, new byte[] {'{', '}'});
        long run = sync(SUPPLIER).getLong("id");
        RunContext context = new RunContext(run, 1, null, 0, Window.ALL, Depth.DEEP, null, false, false, false);

        assertThrows(LeaseLost.class, () -> intents.remember(context, List.of(record)));
        assertEquals(List.of(), hub.column(String.class, "select key from purchase_intent where key = 'PO-LOST'"));
    }

    @Test
    void whatTheErpRefusesOnTopOfItIsNotTakenForTakenOut() {
        String number = "C-7107";
        place(number);
        sync(SUPPLIER);
        poke(SUPPLIER, number, "{'action':'confirm-part','line':1,'quantity':1}");
        writeUnrecorded(number);

        refuse("insert on purchase_order_lines", number);
        poke(SUPPLIER, number, "{'action':'add-item','item':'CAT-1009','quantity':3}");
        sync(SUPPLIER);
        assertEquals("FAILED", Api.record(ROUTE, number).getString("status"));
        assertEquals(2, erpLines(number).size());
        mend();

        poke(SUPPLIER, number, "{'action':'re-date','date':'2027-05-06'}");
        sync(SUPPLIER);
        JsonPath record = Api.record(ROUTE, number);
        assertEquals("SUCCESS", record.getString("status"), record.prettify());
        assertInStep(SUPPLIER, number);
        assertEquals(3, erpLines(number).size());
        assertEquals(List.of("UPDATED", "CREATED"), actions(number));
        assertTrue(changed(number).containsAll(List.of("quantity", "date")), changed(number)::toString);
    }

    /** The ERP refuses that, of that order, until {@link #mend}. */
    private void refuse(String what, String number) {
        erp.execute(
                """
                create function refuse_order() returns trigger language plpgsql as $$
                begin raise exception 'not today' using errcode = '23514'; end $$""");
        erp.execute("create trigger refuse_order before " + what + " for each row when (new.order_no = '" + number
                + "') execute function refuse_order()");
    }

    private static void place(String number) {
        poke(
                SUPPLIER,
                number,
                "{'action':'place','lines':[{'item':'CAT-1007','quantity':4},{'item':'CAT-1008','quantity':2}]}");
    }

    /** The next run writes the order to the ERP, and fails before that is recorded. */
    private void writeUnrecorded(String number) {
        int before = version(number);
        LostPage.lose(number, LostPage.BROKEN);
        assertEquals("FAILED", sync(SUPPLIER).getString("status"));
        assertTrue(version(number) > before, "the ERP has it");
        mend();
    }

    private int version(String number) {
        return erp.value(Integer.class, "select version from purchase_orders where order_no = ?", number);
    }

    /** What the document log has of the order, newest first. */
    private static List<Map<String, Object>> entries(String number) {
        return Api.as("viewer")
                .get("/api/documents?limit=500&route=" + ROUTE + "&q=" + number)
                .as(Reply.class)
                .getList("items.findAll { it.key == '" + number + "' }");
    }

    private static List<Object> actions(String number) {
        return entries(number).stream().map(entry -> entry.get("action")).toList();
    }

    /** What the newest entry names. */
    private static List<?> changed(String number) {
        return (List<?>) entries(number).get(0).get("changed");
    }

    private static List<Object> kinds(String number) {
        return order(VENDOR, number).getList("notices.kind");
    }
}
