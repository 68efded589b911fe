package dev.syncline.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.syncline.deliver.Answer.Result;
import dev.syncline.support.PlainMariaDb;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Against a real server, with the collation that MariaDB takes of its own accord. */
class MariaDbWriteTest extends SqlWriteContract {
    @Override
    DataSource source() throws SQLException {
        return PlainMariaDb.source();
    }

    @Override
    String[] tables() {
        return new String[] {
            "drop table if exists order_lines",
            "drop table if exists orders",
            "drop table if exists items",
            "drop table if exists everything",
            "create table items (item_no varchar(30) primary key, name varchar(100))",
            """
            create table orders (
                order_no varchar(30) primary key, vendor_no varchar(30) not null, expected_on date, total decimal(10, 2),
                is_done boolean default false, note text, version integer not null default 1, status varchar(20),
                constraint forbidden_status check (status <> 'FORBIDDEN'))""",
            """
            create table order_lines (
                order_no varchar(30) references orders (order_no), line_no integer,
                item_no varchar(30) references items (item_no), ordered decimal(18, 2), confirmed decimal(18, 2),
                primary key (order_no, line_no))""",
            """
            create trigger count_up before update on orders for each row
            set new.version = if(new.version = old.version, old.version + 1, new.version)"""
        };
    }

    @Test
    void everyTypeComesBackAsItWasWritten() throws SQLException {
        target.execute(
                """
                create table everything (
                    id integer unsigned primary key, tiny tinyint(1), small smallint unsigned, big bigint unsigned,
                    price decimal(12, 3), ratio float, share double, day date, clock time, local datetime(3),
                    moment timestamp(6) null, coarse timestamp null, code char(5), body text, doc json, data varbinary(10))""");
        SqlTarget all = new SqlTarget(
                source(),
                """
                table: everything
                key: {id: id}
                columns: {tiny: tiny, small: small, big: big, price: price, ratio: ratio, share: share, day: day,
                    clock: clock, local: local, moment: moment, coarse: coarse, code: code, body: body, doc: doc, data: data}
                """,
                "id");
        String content =
                """
                {"id":3000000000,"tiny":true,"small":65535,"big":18446744073709551615,"price":1.0005,"ratio":0.1,"share":0.1,
                 "day":"2026-03-29T23:30:00Z","clock":"08:15","local":"2026-01-01T10:00:00.1239Z",
                 "moment":"2026-03-29 01:30:00.123456","coarse":"2026-07-01T00:00:00.9Z","code":"AB",
                 "body":"Größe 'x' \\"y\\"","doc":{"b":[1,2.0],"a":null},"data":"AAEC"}""";
        Answer created = all.write("1", content);
        assertEquals(Result.CREATED, created.result(), created.reason());
        assertEquals(
                List.of("3000000000|1.001|2026-03-30|2026-01-01 11:00:00.123000|AB|18446744073709551615"),
                all.rows("select id, price, day, local, code, big from everything"));
        assertEquals(
                List.of("1774744200.123456|1782864000"),
                all.rows("select unix_timestamp(moment), unix_timestamp(coarse) from everything"));
        assertEquals(new Answer(Result.UNCHANGED, null, null), all.write("1", content), "nothing of it differs");
        assertEquals(
                Result.UPDATED,
                all.write("1", content.replace("10:00:00.1239Z", "10:00:00.2Z")).result());
        assertEquals(
                Result.REFUSED,
                all.write("1", content.replace("65535", "65536")).result());
    }
}
