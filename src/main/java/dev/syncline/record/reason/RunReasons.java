package dev.syncline.record.reason;

import dev.syncline.record.ReasonGroups;
import dev.syncline.record.RecordStatus;
import dev.syncline.system.HubFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The reasons for which runs kept records back, so that a run can be compared with the one before it. They are counted once,
 * when the run ends, and only if it kept records back.
 */
@ApplicationScoped
public class RunReasons {
    /** Of one run; the ones with most records. */
    static final int MOST = 100;

    /** So many records that are kept back are looked at. */
    private static final int MOST_LOOKED_AT = 200_000;

    private static final String KEEP =
            """
            insert into sync_run_reason (run, status, reason, records)
            select ?, status, MASKED, count(*)
            from (select status, reason, key, run_id from sync_record
                  where route = ? and status <> 1 and status > 0 order by status, key limit ?) as looked
            where run_id = ?
            group by status, MASKED order by count(*) desc limit ?
            on conflict do nothing"""
                    .replace("MASKED", ReasonGroups.MASKED);

    private final DataSource hub;

    RunReasons(DataSource hub) {
        this.hub = hub;
    }

    /** Records the reasons of a run that is about to end, in the caller's transaction. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public void keep(long run, int route) {
        try (Connection connection = hub.getConnection();
                PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setLong(1, run);
            insert.setInt(2, route);
            insert.setInt(3, MOST_LOOKED_AT);
            insert.setLong(4, run);
            insert.setInt(5, MOST);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new HubFailure(e);
        }
    }

    /** Returns the reasons of a run, the one with most records first; none if they were not recorded. */
    public List<RunReason> of(long run) {
        List<RunReason> reasons = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select status, reason, records from sync_run_reason where run = ?"
                                + " order by records desc, status, reason")) {
            select.setLong(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reasons.add(new RunReason(RecordStatus.of(row.getInt(1)), row.getString(2), row.getLong(3)));
                }
            }
            return reasons;
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
    }
}
