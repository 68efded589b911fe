package dev.syncline.supplier.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Finds documents of suppliers by the beginning of their own numbers. */
@ApplicationScoped
public class DocumentSearch {
    private static final String BEGINNING =
            """
            select asked.supplier, d.id, d.document, d.type, d.received_at
            from unnest(?::text[]) as asked (supplier)
            cross join lateral (
                select id, document, type, received_at from supplier_document
                where supplier = asked.supplier and document >= ? collate "C" and document < ? collate "C"
                order by document limit ?) as d
            order by d.document, asked.supplier, d.id desc limit ?""";

    private final DataSource hub;

    DocumentSearch(DataSource hub) {
        this.hub = hub;
    }

    /**
     * A document that was found.
     *
     * @param document its own number
     */
    public record Match(long id, String supplier, String document, String type, Instant receivedAt) {}

    /** Returns at most so many documents of these suppliers whose number begins with the text. */
    public List<Match> beginning(String text, Collection<String> suppliers, int most) {
        List<Match> found = new ArrayList<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(BEGINNING)) {
            select.setArray(1, connection.createArrayOf("text", suppliers.toArray()));
            select.setString(2, text);
            select.setString(3, text + new String(Character.toChars(Character.MAX_CODE_POINT)));
            select.setInt(4, most);
            select.setInt(5, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Match(
                            row.getLong(2),
                            row.getString(1),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant()));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The hub database does not answer: " + e.getMessage(), e);
        }
    }
}
