package dev.syncline.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The rows of {@code sync_route}, each made in a transaction of its own: whoever asks may roll back, the number stays. */
@ApplicationScoped
class RouteRegister {
    private static final String NUMBER = "select id from sync_route where name = ?";
    private static final String ADD = "insert into sync_route (name) values (?) on conflict (name) do nothing";

    private final DataSource hub;

    RouteRegister(DataSource hub) {
        this.hub = hub;
    }

    /** The number of the route's row, which is committed when this returns. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    int number(String route) throws SQLException {
        try (Connection connection = hub.getConnection()) {
            // A row that is there is only read: the caller's own transaction may have locked it.
            Integer known = find(connection, route);
            if (known != null) {
                return known;
            }
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                insert.setString(1, route);
                insert.executeUpdate();
            }
            return find(connection, route);
        }
    }

    private static Integer find(Connection connection, String route) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NUMBER)) {
            select.setString(1, route);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : null;
            }
        }
    }
}
