package dev.syncline.deliver;

import dev.syncline.route.SyncRoute;
import dev.syncline.route.WriteMapping;
import dev.syncline.system.SqlGate;
import dev.syncline.system.SqlWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** The columns of SQL targets, for those who compare what is there with what would be written. */
@ApplicationScoped
public class TargetColumns {
    private final SqlGate gate;

    TargetColumns(SqlGate gate) {
        this.gate = gate;
    }

    /** @param reader the number of the run, or what a reconciliation names its reader by */
    public HeldValues of(SyncRoute route, long reader) {
        return route.write().isBlank()
                ? HeldValues.NONE
                : new ColumnValues(
                        WriteMapping.of(route.write()),
                        route.zone(),
                        () -> gate.connections(route.target(), reader).getConnection(),
                        new ColumnValues.Calls() {
                            @Override
                            public <T> T call(SqlWork<T> work) throws SQLException {
                                return gate.read(route.target(), reader, work);
                            }
                        });
    }
}
