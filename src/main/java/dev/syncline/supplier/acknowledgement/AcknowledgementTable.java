package dev.syncline.supplier.acknowledgement;

import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.acknowledgement.OwedAcknowledgement.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Stores the acknowledgements that are owed. Each is written with its document, as the bytes to send. */
@ApplicationScoped
public class AcknowledgementTable {
    /** So many failures leave an acknowledgement at its place; each further one moves it back. */
    private static final int FIRST_TRIES = 4;

    private static final String OWED =
            """
            select rank, id, concat_ws(', ', nullif(concat_ws(' ', type, document), ''), 'number ' || id), answer_type,
                   answer, answer_refusals, answer_refused_at
            from supplier_document, lateral (select greatest(answer_tries - ?, 0) + answer_refusals) as ranked (rank)
            where supplier = ? and answer is not null and answer_given_up_at is null and (rank, id) > (?, ?)
                  and (answer_refused_at is null or answer_refused_at < ?)
            order by rank, id limit ?""";
    private static final String IS_OWED =
            "select from supplier_document where id = ? and answer is not null and answer_given_up_at is null";
    private static final String DEBT =
            """
            select count(*), count(*) filter (where answer_tries + answer_refusals > 0), min(received_at)
            from supplier_document where supplier = ? and answer is not null and answer_given_up_at is null""";
    private static final String FAILED = "update supplier_document set answer_tries = answer_tries + 1 where id = ?";
    private static final String REFUSED =
            """
            update supplier_document
            set answer_refusals = answer_refusals + 1, answer_refused_at = ?, answer_given_up_at = ?
            where id = ?""";
    private static final String SENT = "update supplier_document set answer = null, answer_type = null where id = ?";
    private static final String GIVEN =
            """
            update supplier_document set answer = null, answer_type = null
            where supplier = ? and digest = ? and answer is not null""";

    private final DataSource hub;

    AcknowledgementTable(DataSource hub) {
        this.hub = hub;
    }

    /**
     * The acknowledgements that are owed to a supplier.
     *
     * @param tried how many of them could not be sent before
     * @param since when the document of the oldest was received; null if none is owed
     */
    record Debt(int owed, int tried, Instant since) {}

    /**
     * Returns the owed acknowledgements behind a place.
     *
     * @param began those whose refusal was counted since then are left out, as they were moved back
     */
    @Transactional(rollbackOn = Exception.class)
    List<OwedAcknowledgement> owed(Supplier supplier, Place after, Instant began, int limit) throws SQLException {
        List<OwedAcknowledgement> owed = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(OWED)) {
            select.setInt(1, FIRST_TRIES);
            select.setString(2, supplier.system());
            select.setInt(3, after.rank());
            select.setLong(4, after.document());
            select.setObject(5, time(began));
            select.setInt(6, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    owed.add(new OwedAcknowledgement(
                            new Place(row.getInt(1), row.getLong(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getBytes(5),
                            row.getInt(6),
                            instant(row.getObject(7, OffsetDateTime.class))));
                }
            }
        }
        return owed;
    }

    /**
     * Returns whether the acknowledgement is still owed: the answer to a notification may have acknowledged the
     * document meanwhile.
     */
    boolean isOwed(OwedAcknowledgement acknowledgement) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(IS_OWED)) {
            select.setLong(1, acknowledgement.place().document());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    @Transactional(rollbackOn = Exception.class)
    Debt debt(Supplier supplier) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(DEBT)) {
            select.setString(1, supplier.system());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Debt(row.getInt(1), row.getInt(2), instant(row.getObject(3, OffsetDateTime.class)));
            }
        }
    }

    void sent(OwedAcknowledgement acknowledgement) throws SQLException {
        update(SENT, acknowledgement);
    }

    void failed(OwedAcknowledgement acknowledgement) throws SQLException {
        update(FAILED, acknowledgement);
    }

    private void update(String sql, OwedAcknowledgement acknowledgement) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, acknowledgement.place().document());
            update.executeUpdate();
        }
    }

    /** Counts a refusal. An acknowledgement that is given up is kept as the bytes that the supplier refused. */
    @Transactional(rollbackOn = Exception.class)
    void refused(OwedAcknowledgement acknowledgement, Instant at, boolean isGivenUp) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(REFUSED)) {
            update.setObject(1, time(at));
            update.setObject(2, isGivenUp ? time(at) : null, Types.TIMESTAMP_WITH_TIMEZONE);
            update.setLong(3, acknowledgement.place().document());
            update.executeUpdate();
        }
    }

    /** Deletes the acknowledgement of a document, as the answer to a notification has it. */
    @Transactional(rollbackOn = Exception.class)
    public void given(Supplier supplier, byte[] digest) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(GIVEN)) {
            update.setString(1, supplier.system());
            update.setBytes(2, digest);
            update.executeUpdate();
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
