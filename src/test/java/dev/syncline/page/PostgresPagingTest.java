package dev.syncline.page;

import dev.syncline.support.PlainPostgres;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

class PostgresPagingTest extends PagingContract {
    @Override
    DataSource source() throws SQLException {
        return PlainPostgres.source();
    }

    @Override
    String table() {
        return """
                create table entries (
                    id integer primary key, number bigint, code text, job text, line integer, period timestamp,
                    touched timestamptz, touched_local timestamp, touched_on date, version bigint,
                    amount numeric(10, 2), active boolean)""";
    }

    @Override
    String moment() {
        return "cast(? as timestamp) at time zone 'UTC'";
    }

    @Override
    String children() {
        return "json_build_array(json_build_object('no', 1))";
    }

    @Override
    List<String> namedAsJson() {
        return List.of("more");
    }
}
