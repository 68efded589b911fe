package dev.syncline.supplier;

import dev.syncline.supplier.OwedAcknowledgement.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Acknowledgements that are owed. Each is written with its document, as the bytes that will be sent. */
@ApplicationScoped
class AcknowledgementTable {
    /** So often the oldest holds up those behind it. */
    private static final int FIRST_TRIES = 5;

    private static final String OWED =
            """
            select answer_tries >= ?, id, coalesce(nullif(concat_ws(' ', type, document), ''), 'number ' || id), answer_type,
                   answer, answer_refusals
            from supplier_document
            where supplier = ? and answer is not null and (answer_tries >= ?, id) > (?, ?)
            order by 1, 2 limit ?""";
    private static final String DEBT =
            """
            select count(*), count(*) filter (where answer_tries > 0), min(received_at)
            from supplier_document where supplier = ? and answer is not null""";
    private static final String FAILED =
            """
            update supplier_document set answer_tries = answer_tries + 1, answer_refusals = answer_refusals + ?
            where id = ?""";
    private static final String SETTLED = "update supplier_document set answer = null, answer_type = null where id = ?";
    private static final String GIVEN =
            """
            update supplier_document set answer = null, answer_type = null
            where supplier = ? and digest = ? and answer is not null""";

    private final DataSource hub;

    AcknowledgementTable(DataSource hub) {
        this.hub = hub;
    }

    /**
     * What is owed to a supplier.
     *
     * @param tried how many of them could not be sent before
     * @param since when the document of the oldest came; null where none is owed
     */
    record Debt(int owed, int tried, Instant since) {}

    @Transactional
    List<OwedAcknowledgement> owed(Supplier supplier, Place after, int limit) throws SQLException {
        List<OwedAcknowledgement> owed = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(OWED)) {
            select.setInt(1, FIRST_TRIES);
            select.setString(2, supplier.system());
            select.setInt(3, FIRST_TRIES);
            select.setBoolean(4, after.isBehind());
            select.setLong(5, after.document());
            select.setInt(6, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    owed.add(new OwedAcknowledgement(
                            new Place(row.getBoolean(1), row.getLong(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getBytes(5),
                            row.getInt(6)));
                }
            }
        }
        return owed;
    }

    @Transactional
    Debt debt(Supplier supplier) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(DEBT)) {
            select.setString(1, supplier.system());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                OffsetDateTime since = row.getObject(3, OffsetDateTime.class);
                return new Debt(row.getInt(1), row.getInt(2), since == null ? null : since.toInstant());
            }
        }
    }

    /** It was sent, or never will be. */
    @Transactional
    void settled(OwedAcknowledgement acknowledgement) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(SETTLED)) {
            update.setLong(1, acknowledgement.place().document());
            update.executeUpdate();
        }
    }

    @Transactional
    void failed(OwedAcknowledgement acknowledgement, boolean isRefused) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(FAILED)) {
            update.setInt(1, isRefused ? 1 : 0);
            update.setLong(2, acknowledgement.place().document());
            update.executeUpdate();
        }
    }

    /** The supplier gets it by another way: in the answer of a notification. */
    @Transactional
    void given(Supplier supplier, byte[] digest) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(GIVEN)) {
            update.setString(1, supplier.system());
            update.setBytes(2, digest);
            update.executeUpdate();
        }
    }
}
