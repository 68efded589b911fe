package dev.syncline.sandbox.supplier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.database.SandboxPools;
import dev.syncline.sandbox.document.Order;
import dev.syncline.sandbox.document.OrderLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads the ERP's orders as suppliers received them: the ordered quantities alone. */
@ApplicationScoped
class SupplierErp {
    private static final String ORDERS =
            """
            select order_no, currency, coalesce(ordered_on, current_date), expected_on,
                   (select jsonb_agg(jsonb_build_object('line', line_no, 'item', product_no, 'description',
                                        coalesce(description, product_no, ''), 'supplierItem', line.vendor_item_no,
                                        'gtin', gtin, 'ordered', coalesce(ordered, 0), 'unit', coalesce(line.unit, 'EA'),
                                        'unitCost', coalesce(line.unit_cost, 0), 'expectedOn', line.expected_on)
                                     order by line_no)
                    from purchase_order_lines line left join products using (product_no)
                    where line.order_no = orders.order_no and not is_hidden)
            from purchase_orders orders
            where vendor_no = ?
            """;
    private final DataSource erp;

    SupplierErp(SandboxPools pools) {
        this.erp = pools.of("erp");
    }

    Optional<Order> order(SupplierSystem supplier, String number) {
        return orders(supplier, ORDERS + " and order_no = ?", number).stream().findFirst();
    }

    /** Returns the next open orders behind the number, in the order of their numbers. */
    List<Order> open(SupplierSystem supplier, String after, int count) {
        return orders(
                supplier,
                ORDERS
                        + " and status not in ('CLOSED', 'CANCELLED') and (length(order_no), order_no) > (length(?), ?)"
                        + " order by length(order_no), order_no limit " + count,
                after,
                after);
    }

    private List<Order> orders(SupplierSystem supplier, String sql, String... values) {
        try (Connection connection = erp.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, supplier.vendor());
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 2, values[i]);
            }
            List<Order> orders = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    orders.add(order(supplier, row));
                }
            }
            return orders;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Order order(SupplierSystem supplier, ResultSet row) throws SQLException {
        List<OrderLine> lines = new ArrayList<>();
        if (row.getString(5) != null) {
            SandboxJson.parse(row.getString(5)).forEach(line -> lines.add(line(line)));
        }
        return new Order(
                row.getString(1),
                supplier.orderNumber(row.getString(1)),
                row.getString(2) == null ? "USD" : row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                List.of(),
                0,
                Instant.EPOCH,
                lines);
    }

    private static OrderLine line(JsonNode line) {
        OrderLine.Item item = new OrderLine.Item(
                text(line, "item"),
                text(line, "supplierItem"),
                text(line, "gtin"),
                line.path("description").asText(),
                line.path("unit").asText());
        String expectedOn = text(line, "expectedOn");
        return new OrderLine(
                line.path("line").asInt(),
                item,
                OrderLine.Quantities.ordered(number(line, "ordered")),
                number(line, "unitCost"),
                expectedOn == null ? null : LocalDate.parse(expectedOn),
                List.of(),
                false,
                false);
    }

    private static BigDecimal number(JsonNode line, String field) {
        return line.path(field).decimalValue();
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asText(null);
    }
}
