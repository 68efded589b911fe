package dev.syncline.sandbox.supplier;

import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.document.OrderLine.Item;
import dev.syncline.sandbox.erp.ErpPurchasing;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Provides the cloud catalog's items, CAT-1001 to CAT-1300, which are always the same. */
public final class CatalogItems {
    private static final int FIRST = 1_001;
    private static final int COUNT = 300;
    private static final List<String> KINDS = List.of(
            "Anchor", "Bracket", "Clamp", "Drill bit", "Elbow", "Flange", "Gasket", "Hinge", "Insulator", "Jack");
    private static final List<String> UNITS = List.of("EA", "BX", "EA", "EA", "EA");

    private CatalogItems() {}

    /** Returns the item of the number, if there is one. */
    static Optional<Item> find(String number) {
        return index(number).map(i -> new Item(null, number, gtin(i), name(i), UNITS.get(i % UNITS.size())));
    }

    static BigDecimal cost(String number) {
        return index(number).map(CatalogItems::cost).orElse(new BigDecimal("9.99"));
    }

    private static Optional<Integer> index(String number) {
        return number.matches("CAT-\\d{4}")
                ? Optional.of(Integer.parseInt(number.substring(4)) - FIRST).filter(i -> i >= 0 && i < COUNT)
                : Optional.empty();
    }

    /** Inserts them as records of a partner system, as entity {@code products} of system {@code catalog}. */
    public static void fillWhenEmpty(DataSource sandbox) {
        String sql =
                """
                with made as (
                    insert into collection (system, entity) values ('catalog', 'products')
                    on conflict do nothing returning id
                )
                insert into record (collection, key, data, children)
                select made.id, sent.key, sent.data::jsonb, '{}' from made, unnest(?::text[], ?::text[]) sent (key, data)
                """;
        String[] keys = new String[COUNT];
        String[] data = new String[COUNT];
        for (int i = 0; i < COUNT; i++) {
            keys[i] = "CAT-" + (FIRST + i);
            Item item = find(keys[i]).orElseThrow();
            data[i] = SandboxJson.MAPPER
                    .createObjectNode()
                    .put("item", keys[i])
                    .put("name", item.description())
                    .put("unit", item.unit())
                    .put("unitCost", cost(i))
                    .put("gtin", item.gtin())
                    .toString();
        }
        try (Connection connection = sandbox.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", keys));
            statement.setArray(2, connection.createArrayOf("text", data));
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The sandbox cannot fill its catalog", e);
        }
    }

    private static String name(int i) {
        return KINDS.get(i % KINDS.size()) + ", size " + (1 + i / KINDS.size());
    }

    private static BigDecimal cost(int i) {
        return BigDecimal.valueOf(150L + i * 35L, 2);
    }

    private static String gtin(int i) {
        return ErpPurchasing.gtin(409_900_100_000L + i);
    }
}
