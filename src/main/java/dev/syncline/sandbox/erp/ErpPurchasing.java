package dev.syncline.sandbox.erp;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/**
 * Writes 160 products, 12 open orders of each vendor with a supplier system, PO-10001 to PO-10060, and 40 orders of
 * others.
 */
public record ErpPurchasing(Connection connection, ErpTime time, Random random) {
    private static final int ORDERS = 12;
    private static final int OTHERS = 40;
    private static final int FIRST = 10_001;
    private static final int PRODUCTS_EACH = 24;

    /**
     * The items that a vendor sells.
     *
     * @param item how it numbers its items
     * @param units codes that its documents use
     */
    private record Assortment(String vendor, String currency, String item, List<String> kinds, List<String> units) {}

    private static final List<Assortment> ASSORTMENTS = List.of(
            new Assortment(
                    "V-00101",
                    "USD",
                    "AT%05d",
                    List.of(
                            "Stud, spruce 2x4",
                            "OSB board 7/16\"",
                            "Joist hanger",
                            "Drywall 5/8\"",
                            "Rebar #4",
                            "Sand"),
                    List.of("EA", "EA", "BX", "PC", "FT", "LB")),
            new Assortment(
                    "V-00102",
                    "EUR",
                    "BO-%05d",
                    List.of(
                            "Dübel + Schraube 8x40",
                            "Kalksandstein 'KS'",
                            "Mörtel: M5",
                            "Ziegel",
                            "Stahlmatte",
                            "Rohr"),
                    List.of("C62", "PCE", "KGM", "PCE", "C62", "MTR")),
            new Assortment(
                    "V-00103",
                    "EUR",
                    "CO %05d",
                    List.of(
                            "Kabel NYM-J 3x1,5",
                            "Schalter <UP>",
                            "Leuchte \"LED\"",
                            "Sicherung",
                            "Dose & Deckel",
                            "Rohr"),
                    List.of("MTR", "C62", "C62", "EA", "C62", "MTR")),
            new Assortment(
                    "V-00104",
                    "USD",
                    "DL:%05d",
                    List.of("Hex bolt M12", "Anchor bolt", "Washer", "Wood screw", "Nail, galvanized", "Threaded rod"),
                    List.of("EA", "EA", "BX", "PK", "BX", "EA")),
            new Assortment(
                    "V-00105",
                    "USD",
                    "EV-%05d",
                    List.of("Cordless drill", "Saw blade", "Safety helmet", "Work gloves", "Ladder", "Laser level"),
                    List.of("EA", "EA", "EA", "PR", "EA", "EA")));
    private static final Assortment OTHER = new Assortment(
            null,
            "EUR",
            null,
            List.of("Concrete C25/30", "Gravel", "Fence panel", "Paint", "Tile"),
            List.of("EA", "M3"));

    void orders() throws SQLException {
        for (int i = 0; i < ASSORTMENTS.size(); i++) {
            products(ASSORTMENTS.get(i), 101 + i, PRODUCTS_EACH);
        }
        products(OTHER, 900, OTHERS);
        Faker faker = new Faker(Locale.US, random);
        try (ErpRows orders = new ErpRows(
                        connection,
                        "purchase_orders",
                        "order_no, vendor_no, status, ordered_on, expected_on, currency, buyer, note, changed_at");
                ErpRows lines = new ErpRows(
                        connection,
                        "purchase_order_lines",
                        "order_no, line_no, product_no, description, vendor_item_no, ordered, confirmed, shipped, unit,"
                                + " unit_cost, expected_on, special_order")) {
            int suppliers = ASSORTMENTS.size() * ORDERS;
            for (int i = 0; i < suppliers + OTHERS; i++) {
                boolean isOther = i >= suppliers;
                Assortment assortment = isOther ? OTHER : ASSORTMENTS.get(i / ORDERS);
                String number = "PO-" + (FIRST + i);
                LocalDate orderedOn = time.today().minusDays(isOther ? 20 + random.nextInt(300) : random.nextInt(20));
                LocalDate expectedOn = orderedOn.plusDays(14 + random.nextInt(30));
                String status = !isOther || i % 4 == 1 ? "OPEN" : i % 10 == 8 ? "CANCELLED" : "CLOSED";
                OffsetDateTime changedAt =
                        time.between(orderedOn.minusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
                orders.add(
                        number,
                        isOther ? "V-%05d".formatted(110 + i % 60) : assortment.vendor(),
                        status,
                        orderedOn,
                        expectedOn,
                        assortment.currency(),
                        faker.name().fullName(),
                        i % 6 == 2 ? "Call before delivery; gate \"B\" (Tor 2)" : null,
                        changedAt);
                lines(lines, number, i, assortment, status, expectedOn);
            }
        }
    }

    private void lines(ErpRows rows, String order, int i, Assortment assortment, String status, LocalDate expectedOn)
            throws SQLException {
        boolean isDone = status.equals("CLOSED");
        for (int line = 1; line <= 2 + i % 5; line++) {
            int product = 1 + (i * 5 + line) % PRODUCTS_EACH;
            String unit = unit(assortment, product);
            BigDecimal ordered = List.of("KGM", "MTR", "FT", "LB", "M3").contains(unit)
                    ? BigDecimal.valueOf(100 + 25L * random.nextInt(60), 2)
                    : BigDecimal.valueOf(2 + random.nextInt(48));
            BigDecimal done = isDone ? ordered : BigDecimal.ZERO;
            rows.add(
                    order,
                    line,
                    number(assortment, product),
                    name(assortment, product),
                    (i + line) % 7 == 3 ? null : item(assortment, product),
                    ordered,
                    done,
                    done,
                    unit,
                    cost(product),
                    line % 3 == 2 ? expectedOn.plusDays(7) : expectedOn,
                    (i + line) % 5 == 1 ? "J-%d, lot %d".formatted(1_001 + i % 60, line) : null);
        }
    }

    private void products(Assortment assortment, int series, int count) throws SQLException {
        try (ErpRows rows = new ErpRows(
                connection,
                "products",
                "product_no, name, unit, unit_cost, vendor_no, vendor_item_no, gtin, changed_at")) {
            for (int i = 1; i <= count; i++) {
                rows.add(
                        number(assortment, i),
                        name(assortment, i),
                        unit(assortment, i),
                        cost(i),
                        assortment.vendor(),
                        item(assortment, i),
                        i % 3 == 0 ? null : gtin(4_012_000_000L + series * 1_000L + i),
                        time.past());
            }
        }
    }

    private static String number(Assortment assortment, int product) {
        String series =
                assortment.vendor() == null ? "900" : assortment.vendor().substring(4);
        return "P-%s%03d".formatted(series, product);
    }

    private static String name(Assortment assortment, int product) {
        List<String> kinds = assortment.kinds();
        return kinds.get(product % kinds.size()) + ", no. " + (1 + product / kinds.size());
    }

    private static String unit(Assortment assortment, int product) {
        return assortment.units().get(product % assortment.units().size());
    }

    /** Returns the vendor's number of a product; null for every eighth. */
    private static String item(Assortment assortment, int product) {
        return assortment.item() == null || product % 8 == 0
                ? null
                : assortment.item().formatted(10_000 + product);
    }

    private static BigDecimal cost(int product) {
        return BigDecimal.valueOf(95L + product * 137L, 2);
    }

    /** Returns a GTIN-13: the digits, and the check digit of GS1. */
    public static String gtin(long digits) {
        String text = "%012d".formatted(digits);
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += (text.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return text + (10 - sum % 10) % 10;
    }
}
