package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.deliver.Answer.Result;
import dev.syncline.support.HostileTexts;
import dev.syncline.support.PlainPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresWriteTest extends SqlWriteContract {
    @Override
    DataSource source() throws SQLException {
        return PlainPostgres.source();
    }

    @Override
    String[] tables() {
        return new String[] {
            "drop table if exists order_lines, orders, items, everything",
            "create table items (item_no text primary key, name text)",
            """
            create table orders (
                order_no text primary key, vendor_no text not null, expected_on date, total numeric(10, 2),
                is_done boolean default false, note text, version integer not null default 1,
                status varchar(20) constraint forbidden_status check (status <> 'FORBIDDEN'))""",
            """
            create table order_lines (
                order_no text references orders, line_no integer, item_no text references items,
                ordered numeric(18, 2), confirmed numeric(18, 2), primary key (order_no, line_no))""",
            """
            create or replace function count_up() returns trigger language plpgsql as $$
            begin
                new.version := case when new.version = old.version then old.version + 1 else new.version end;
                return new;
            end $$""",
            "create trigger count_up before update on orders for each row execute function count_up()"
        };
    }

    /** Whatever a text holds, it is a value of a statement, and no part of it. */
    @Test
    void textsThatLookLikePartsOfAStatementAreValues() throws SQLException {
        List<String> texts = Stream.concat(
                        HostileTexts.ALL.stream(),
                        Stream.of("'; drop table orders; --", "?", "??", "$1", "\\'", "\"", "/*", ":name", "{d 'x'}"))
                .toList();
        for (String text : texts) {
            ObjectNode order = JsonNodeFactory.instance.objectNode();
            order.put("number", text).put("vendor", text).put("status", "OPEN").put(text, text);
            order.putArray("lines").addObject().put("line", 1).put("item", text).put("itemName", text);
            assertEquals(Result.CREATED, target.write(text, order.toString()).result(), text);
            assertEquals(Result.UNCHANGED, target.write(text, order.toString()).result(), text);
        }
        assertEquals(
                Set.copyOf(texts),
                Set.copyOf(
                        target.rows(
                                """
                        select o.order_no from orders o join order_lines l on l.order_no = o.order_no
                        join items i on i.item_no = l.item_no
                        where o.vendor_no = o.order_no and i.item_no = o.order_no and i.name = o.order_no""")));
    }

    @Test
    void everyTypeComesBackAsItWasWritten() throws SQLException {
        target.execute(
                "drop type if exists mood cascade",
                "create type mood as enum ('good', 'bad')",
                """
                create table everything (
                    id uuid primary key, small smallint, big bigint, amount numeric, price numeric(12, 3), ratio real,
                    share double precision, flag boolean, day date, clock time, local timestamp(3), moment timestamptz,
                    code char(5), body text, doc jsonb, mood mood, data bytea, span interval)""");
        SqlTarget all = new SqlTarget(
                source(),
                """
                table: public.everything
                key: {id: id}
                columns: {small: small, big: big, amount: amount, price: price, ratio: ratio, share: share, flag: flag,
                    day: day, clock: clock, local: local, moment: moment, code: code, body: body, doc: doc, mood: mood,
                    data: data, span: span}
                """,
                "id");
        String content =
                """
                {"id":"6E0D1F0A-0000-4000-8000-00000000000A","small":-7,"big":9007199254740993,"amount":"1234567890.123456789",
                 "price":1.0005,"ratio":0.1,"share":0.1,"flag":1,"day":"2026-03-29T23:30:00Z","clock":"08:15","local":"2026-01-01T10:00:00.1239Z",
                 "moment":"2026-03-29 01:30:00","code":"AB","body":"Größe 'x' \\"y\\"","doc":{"b":[1,2.0],"a":null},
                 "mood":"good","data":"AAEC","span":"1 day"}""";
        assertEquals(Result.CREATED, all.write("1", content).result());
        assertEquals(
                List.of("6e0d1f0a-0000-4000-8000-00000000000a|1.001|2026-03-30|2026-01-01 11:00:00.124|AB   |good"),
                all.rows("select id, price, day, local, code, mood from everything"));
        assertEquals(List.of("2026-03-29 00:30:00"), all.rows("select moment at time zone 'UTC' from everything"));
        Answer again = all.write("1", content);
        assertEquals(new Answer(Result.UNCHANGED, null, null), again, "nothing of it differs");
        assertEquals(
                Result.UPDATED,
                all.write("1", content.replace("10:00:00.1239Z", "10:00:00.2Z")).result());
        Answer refused = all.write("1", content.replace("good", "odd"));
        assertEquals(Result.REFUSED, refused.result());
        assertTrue(refused.reason().contains("\"odd\""), refused.reason());
        assertEquals(
                Result.REFUSED,
                all.write("1", content.replace("Größe", "\\u0000")).result());
    }

    @Test
    void whatATriggerRaisesIsTheRecordsFault() throws SQLException {
        target.execute(
                """
                create or replace function closed_period() returns trigger language plpgsql as $$
                begin
                    raise exception 'The period is closed';
                end $$""",
                "create trigger closed_period before insert on orders for each row execute function closed_period()");
        Answer answer = target.write("PO-1", "{\"number\":\"PO-1\",\"vendor\":\"V-1\"}");
        assertEquals(Result.REFUSED, answer.result());
        assertTrue(answer.reason().contains("The period is closed"), answer.reason());
    }
}
