package dev.syncline.page;

import dev.syncline.support.PlainMariaDb;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Against a real server, with the collation that MariaDB takes of its own accord: without case and trailing blanks. */
class MariaDbPagingTest extends PagingContract {
    @Override
    DataSource source() throws SQLException {
        return PlainMariaDb.source();
    }

    @Override
    String table() {
        return """
                create table entries (
                    id integer primary key, number bigint, code varchar(100), job varchar(100), line integer,
                    period datetime(6), touched timestamp(6) null, touched_local datetime(6), touched_on date,
                    version bigint unsigned, amount decimal(10, 2), active boolean)
                    character set utf8mb4 collate utf8mb4_general_ci""";
    }

    @Override
    String moment() {
        return "convert_tz(?, '+00:00', @@session.time_zone)";
    }

    @Override
    String children() {
        return "json_array(json_object('no', 1))";
    }

    @Override
    List<String> namedAsJson() {
        return List.of("items", "more");
    }
}
