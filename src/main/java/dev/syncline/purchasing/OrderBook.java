package dev.syncline.purchasing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.syncline.deliver.Answer;
import dev.syncline.deliver.Answer.Result;
import dev.syncline.deliver.Batch;
import dev.syncline.deliver.Delivery;
import dev.syncline.judge.Judged;
import dev.syncline.judge.Verdict;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.camel.Body;

/**
 * The purchase orders of the ERP in the hub, each with its switch. It is a target like any other: the route that reads
 * the ERP's orders delivers to {@code direct:order-book.write}.
 */
@ApplicationScoped
@Named("orderBook")
@RegisterForReflection
public class OrderBook {
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};
    private static final String VENDORS =
            """
            insert into purchase_vendor (vendor, name) select * from unnest(?::text[], ?::text[]) v (vendor, name)
            order by vendor
            on conflict (vendor) do update set name = excluded.name
            where excluded.name is not null and purchase_vendor.name is distinct from excluded.name""";
    private static final String ORDERS =
            """
            insert into purchase_order (vendor, number, is_open, supplier_no, erp)
            select vendor, number, is_open, supplier_no, erp::json
            from unnest(?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[])
                as o (vendor, number, is_open, supplier_no, erp)
            order by vendor, number
            on conflict (vendor, number) do update
            set is_open = excluded.is_open, erp = excluded.erp,
                supplier_no = coalesce(excluded.supplier_no, purchase_order.supplier_no)
            returning number, xmax = 0""";
    private static final String CLOSE = "update purchase_order set is_open = false where number = any (?)";
    private static final String BOOKED =
            """
            select k.number, coalesce(o.auto_sync, v.auto_sync, false), o.number is not null, o.synced::text,
                   i.before::text, i.seen::text, i.content::text
            from unnest(?::text[]) k (number)
            left join purchase_order o on o.vendor = ? and o.number = k.number
            left join purchase_vendor v on v.vendor = ?
            left join purchase_intent i on i.route = ? and i.key = k.number""";

    private final DataSource hub;
    private final ObjectMapper json;

    OrderBook(DataSource hub, ObjectMapper json) {
        this.hub = hub;
        this.json = json.copy().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** Stores orders of the ERP with the fields of the route's query. */
    @Transactional(rollbackOn = Exception.class)
    public void write(@Body Batch batch) throws SQLException {
        List<Map<String, Object>> orders = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        Map<Judged, Object> numbers = new IdentityHashMap<>();
        for (Delivery delivery : batch.part()) {
            Judged record = delivery.record();
            if (record.verdict() != Verdict.UPSERT) {
                gone.add(record.key());
                continue;
            }
            Map<String, Object> order = fields(record.content());
            if (isWhole(order)) {
                numbers.put(record, order.get(ErpOrder.NUMBER));
                orders.add(order);
                texts.add(new String(record.content(), StandardCharsets.UTF_8));
            }
        }
        Set<String> created = new HashSet<>();
        try (Connection connection = hub.getConnection()) {
            if (!orders.isEmpty()) {
                addVendors(connection, orders);
                created.addAll(addOrders(connection, orders, texts));
            }
            close(connection, gone);
        }
        batch.answer(delivery -> answer(delivery.record(), numbers.get(delivery.record()), created));
    }

    /** @param number null for an incomplete order */
    private static Answer answer(Judged record, Object number, Set<String> created) {
        if (record.verdict() != Verdict.UPSERT) {
            return new Answer(Result.DELETED, null, null);
        }
        if (number == null) {
            return new Answer(
                    Result.REFUSED,
                    null,
                    "The order book requires the fields number and vendor of every order. Add them to the route's query");
        }
        boolean isNew = created.contains(ErpOrder.text(number));
        return new Answer(isNew ? Result.CREATED : Result.UPDATED, null, null);
    }

    private static boolean isWhole(Map<String, Object> order) {
        return order.get(ErpOrder.NUMBER) != null && order.get(ErpOrder.VENDOR) != null;
    }

    private static void addVendors(Connection connection, List<Map<String, Object>> orders) throws SQLException {
        Map<Object, Object> names = new LinkedHashMap<>();
        orders.forEach(order -> names.put(order.get(ErpOrder.VENDOR), order.get("vendorName")));
        try (PreparedStatement upsert = connection.prepareStatement(VENDORS)) {
            upsert.setArray(1, connection.createArrayOf("text", names.keySet().toArray()));
            upsert.setArray(2, connection.createArrayOf("text", names.values().toArray()));
            upsert.executeUpdate();
        }
    }

    private static Set<String> addOrders(Connection connection, List<Map<String, Object>> orders, List<String> texts)
            throws SQLException {
        Set<String> created = new HashSet<>();
        try (PreparedStatement upsert = connection.prepareStatement(ORDERS)) {
            upsert.setArray(1, column(connection, orders, ErpOrder.VENDOR));
            upsert.setArray(2, column(connection, orders, ErpOrder.NUMBER));
            upsert.setArray(
                    3,
                    connection.createArrayOf(
                            "boolean",
                            orders.stream()
                                    .map(order -> !Boolean.FALSE.equals(order.get("isOpen")))
                                    .toArray()));
            upsert.setArray(4, column(connection, orders, "supplierOrderNo"));
            upsert.setArray(5, connection.createArrayOf("text", texts.toArray()));
            try (ResultSet row = upsert.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean(2)) {
                        created.add(row.getString(1));
                    }
                }
            }
        }
        return created;
    }

    private static java.sql.Array column(Connection connection, List<Map<String, Object>> orders, String field)
            throws SQLException {
        return connection.createArrayOf(
                "text",
                orders.stream().map(order -> ErpOrder.text(order.get(field))).toArray());
    }

    private static void close(Connection connection, List<String> numbers) throws SQLException {
        if (!numbers.isEmpty()) {
            try (PreparedStatement update = connection.prepareStatement(CLOSE)) {
                update.setArray(1, connection.createArrayOf("text", numbers.toArray()));
                update.executeUpdate();
            }
        }
    }

    /**
     * Returns what the order book holds of these orders of the vendor; for unknown ones, the vendor's switch.
     *
     * @param route the number of the route that syncs them
     */
    @Transactional(rollbackOn = Exception.class)
    Map<String, Booked> find(String vendor, int route, Collection<String> numbers) throws SQLException {
        Map<String, Booked> booked = new HashMap<>();
        try (Connection connection = hub.getConnection();
                PreparedStatement select = connection.prepareStatement(BOOKED)) {
            select.setArray(1, connection.createArrayOf("text", numbers.toArray()));
            select.setString(2, vendor);
            select.setString(3, vendor);
            select.setInt(4, route);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String synced = row.getString(4);
                    booked.put(
                            row.getString(1),
                            new Booked(
                                    row.getBoolean(2),
                                    row.getBoolean(3),
                                    synced == null ? null : fields(synced),
                                    intent(row.getString(5), row.getString(6), row.getString(7))));
                }
            }
        }
        return booked;
    }

    private Intent intent(String before, String seen, String content) {
        return content == null ? null : new Intent(erpOrder(before), erpOrder(seen), fields(content));
    }

    private ErpOrder erpOrder(String text) {
        return text == null ? null : ErpOrder.of(fields(text));
    }

    Map<String, Object> fields(String text) {
        try {
            return json.readValue(text, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> fields(byte[] content) {
        try {
            return json.readValue(content, FIELDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
