package dev.syncline.supplier.notification;

import dev.syncline.document.DocumentLimits;
import dev.syncline.document.ParsedDocument;
import dev.syncline.supplier.Supplier;
import dev.syncline.supplier.Suppliers;
import dev.syncline.supplier.acknowledgement.AcknowledgementTable;
import dev.syncline.supplier.inbox.Inbox;
import dev.syncline.supplier.inbox.OrdersToFetch;
import dev.syncline.supplier.inbox.ReceivedDocument;
import dev.syncline.supplier.inbox.SupplierRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Receives notifications of suppliers: a document in the supplier's format, or the numbers of orders. */
@ApplicationScoped
public class Notifications {
    /** A notification without id and time that is repeated within that time is ignored. */
    private static final Duration REPEATED = Duration.ofMinutes(1);

    private static final String SEEN =
            """
            insert into supplier_notification (supplier, digest, at) values (?, ?, ?)
            on conflict (supplier, digest) do update
            set at = case when ? and supplier_notification.at <= ? then excluded.at else supplier_notification.at end
            returning at = ?""";
    private static final String NOTIFIED =
            "update purchase_order set supplier_notified_at = ? where vendor = ? and number = any (?)";

    /** The most orders that notifications have named and that the next run asks for. */
    private static final int MOST_WANTED = 10_000;

    private static final String AT_A_TIME =
            """
            select n.count, n.named,
                   (select count(*) from (select from supplier_wanted where supplier = ? limit ?) w)
            from (select count(*), coalesce(sum(named), 0) as named from (
                      select named from supplier_notification where supplier = ? and at > ? limit ?) all_of_them) n""";
    private static final String NAMED = "update supplier_notification set named = ? where supplier = ? and digest = ?";

    private final DataSource hub;
    private final Suppliers suppliers;
    private final Inbox inbox;
    private final OrdersToFetch wishes;
    private final AcknowledgementTable acknowledgements;
    private final Clock clock;
    private final int most;
    private final int mostNamed;
    private final Duration oldest;

    Notifications(
            DataSource hub,
            Suppliers suppliers,
            Inbox inbox,
            OrdersToFetch wishes,
            AcknowledgementTable acknowledgements,
            Clock clock,
            @ConfigProperty(name = "syncline.notifications.most-a-day") int most,
            @ConfigProperty(name = "syncline.notifications.most-orders-a-day") int mostNamed,
            @ConfigProperty(name = "syncline.notifications.oldest") Duration oldest) {
        this.most = most;
        this.mostNamed = mostNamed;
        this.oldest = oldest;
        this.hub = hub;
        this.suppliers = suppliers;
        this.inbox = inbox;
        this.wishes = wishes;
        this.acknowledgements = acknowledgements;
        this.clock = clock;
    }

    /**
     * The result of a notification.
     *
     * @param keys orders that it names, and unreadable documents; empty for a repetition
     * @param problem why the document cannot be read; null if it can
     * @param acknowledgement the acknowledgement in kind, which the caller must return, as it is sent in no other way;
     *     null if the format has none
     */
    public record Taken(
            boolean isRepeated, List<String> keys, String problem, ParsedDocument.Acknowledgement acknowledgement) {}

    /**
     * Receives a notification.
     *
     * @throws InvalidNotification if it is no document and names no orders, or is too old
     * @throws TooManyNotifications if the supplier exceeds a day's limit
     */
    @Transactional(rollbackOn = Exception.class)
    public Taken take(Supplier supplier, byte[] body) throws Exception {
        OrderNotification notice = OrderNotification.of(body);
        if (notice != null) {
            notice.checkAge(clock.instant(), oldest);
        }
        ReceivedDocument document = notice == null
                ? ReceivedDocument.read(suppliers.readerOf(supplier), body, DocumentLimits.DEFAULT)
                : null;
        Set<String> named = new TreeSet<>(notice == null ? Set.of() : notice.orders());
        ParsedDocument.Acknowledgement acknowledgement = document == null ? null : document.acknowledgement();
        String problem = document == null ? null : document.fault();
        if (acknowledgement != null) {
            acknowledgements.given(supplier, document.digest());
        }
        if (!isNew(supplier, body, notice != null && notice.isBare())) {
            return new Taken(true, List.of(), problem, acknowledgement);
        }
        refuseTooMany(supplier, notice == null ? 0 : named.size());
        if (document != null) {
            Map<String, SupplierRow> touched = inbox.receive(supplier, List.of(document.acknowledged()), true);
            named.addAll(touched.keySet());
            if (acknowledgement != null) {
                // Again: a poll may have received the document before this transaction locked the inbox.
                acknowledgements.given(supplier, document.digest());
            }
        } else {
            wishes.add(supplier, wishes.worthAsking(supplier, named));
            count(supplier, body, named.size());
        }
        notified(supplier, named);
        return new Taken(false, List.copyOf(named), problem, acknowledgement);
    }

    /**
     * Enforces the limits on notifications and on the orders that they name, as each is remembered to detect
     * repetitions.
     */
    private void refuseTooMany(Supplier supplier, int named) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement count = connection.prepareStatement(AT_A_TIME)) {
            count.setString(1, supplier.system());
            count.setInt(2, MOST_WANTED + 1);
            count.setString(3, supplier.system());
            count.setObject(4, time(clock.instant().minus(Duration.ofDays(1))));
            count.setInt(5, most + 1);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                if (row.getInt(1) > most) {
                    throw TooManyNotifications.ofADay(supplier.system(), most);
                } else if (row.getLong(2) + named > mostNamed) {
                    throw TooManyNotifications.named(supplier.system(), mostNamed);
                } else if (row.getInt(3) > MOST_WANTED) {
                    throw TooManyNotifications.wanted(supplier.system(), MOST_WANTED);
                }
            }
        }
    }

    private boolean isNew(Supplier supplier, byte[] body, boolean isBare) throws SQLException {
        Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        try (Connection connection = hub.getConnection();
                PreparedStatement upsert = connection.prepareStatement(SEEN)) {
            upsert.setString(1, supplier.system());
            upsert.setBytes(2, ReceivedDocument.digest(body));
            upsert.setObject(3, time(now));
            upsert.setBoolean(4, isBare);
            upsert.setObject(5, time(now.minus(REPEATED)));
            upsert.setObject(6, time(now));
            try (ResultSet row = upsert.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void count(Supplier supplier, byte[] body, int named) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(NAMED)) {
            update.setInt(1, named);
            update.setString(2, supplier.system());
            update.setBytes(3, ReceivedDocument.digest(body));
            update.executeUpdate();
        }
    }

    private void notified(Supplier supplier, Set<String> keys) throws SQLException {
        try (Connection connection = hub.getConnection();
                PreparedStatement update = connection.prepareStatement(NOTIFIED)) {
            update.setObject(1, time(clock.instant()));
            update.setString(2, supplier.vendor());
            update.setArray(3, connection.createArrayOf("text", keys.toArray()));
            update.executeUpdate();
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
