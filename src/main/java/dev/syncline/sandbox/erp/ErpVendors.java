package dev.syncline.sandbox.erp;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.datafaker.Faker;

/**
 * Writes 520 vendors with the content of real vendor tables: scripts, blanks, gaps, and addresses that some system
 * refuses.
 */
record ErpVendors(Connection connection, ErpTime time, Random random) {
    private static final int COUNT = 520;
    private static final List<Locale> LOCALES = List.of(
            Locale.GERMANY,
            Locale.US,
            Locale.GERMANY,
            Locale.FRANCE,
            Locale.GERMANY,
            new Locale("pl", "PL"),
            Locale.UK,
            Locale.JAPAN,
            new Locale("ru", "RU"),
            Locale.SIMPLIFIED_CHINESE,
            Locale.KOREA,
            new Locale("he", "IL"));
    private static final List<String> ODD_NAMES = List.of(
            "O'Brien & Söhne \"Bau\" GmbH",
            "C:\\Lieferanten\\Müller\\Nord",
            "Happy Crane 🏗️ Rentals 🚚",
            "Строительная компания «Восход» ООО",
            "株式会社大林鉄鋼 東京支店",
            "Ελληνική Τσιμεντοποιία Α.Ε.",
            "شركة البناء الحديث ذ.م.م",
            "Tab\tand\nline break Ltd",
            "100% Beton; DROP TABLE vendors;--",
            "{\"name\": \"Json & Sons\"}",
            "<b>Bold</b> Scaffolding &amp; Co.");
    private static final List<String> MALFORMED =
            List.of("not an address", "sales(at)stahl.example", "office@", "@nowhere.example", "a@b@c.example");

    /**
     * Vendors with a supplier system in the sandbox. Every document names them, so their names are plain, and they are
     * ACTIVE.
     */
    private static final Map<Integer, String> SUPPLIERS = Map.of(
            101, "Atlas Building Supply, Inc.",
            102, "Borealis Baustoffe GmbH & Co. KG",
            103, "Cobalt Elektrogroßhandel AG",
            104, "Delta Fasteners LLC",
            105, "Everest Tool & Rental Corp.");

    void vendors() throws SQLException {
        List<Faker> fakers =
                LOCALES.stream().map(locale -> new Faker(locale, random)).toList();
        try (ErpRows rows = new ErpRows(
                connection,
                "vendors",
                "vendor_no, name, email, phone, tax_id, street, city, postal_code, country, currency, payment_terms,"
                        + " status, credit_limit, notes, changed_at")) {
            for (int i = 1; i <= COUNT; i++) {
                Faker faker = fakers.get(i % fakers.size());
                Locale locale = LOCALES.get(i % LOCALES.size());
                rows.add(
                        "V-%05d".formatted(i),
                        name(i, faker),
                        email(i),
                        i % 7 == 2 ? null : faker.phoneNumber().phoneNumber(),
                        i % 13 == 4 ? null : locale.getCountry() + (100_000_000 + random.nextInt(900_000_000)),
                        faker.address().streetAddress(),
                        faker.address().city(),
                        i % 29 == 3 ? null : faker.address().postcode(),
                        locale.getCountry(),
                        "DE".equals(locale.getCountry()) || "FR".equals(locale.getCountry()) ? "EUR" : "USD",
                        List.of("NET30", "NET60", "2/10 NET30", "COD").get(i % 4),
                        i % 23 == 0 ? "INACTIVE" : "ACTIVE",
                        i % 17 == 5 ? null : BigDecimal.valueOf(random.nextInt(50_000_000), 2),
                        i % 5 == 0 ? "Überweisung \\ " + faker.name().fullName() : null,
                        time.past());
            }
        }
    }

    private static String name(int i, Faker faker) {
        if (i % 47 == 0) {
            return ODD_NAMES.get(i / 47 - 1);
        }
        String name = faker.company().name();
        if (i % 120 == 60) {
            return (name + ", ").repeat(20).strip() + " Zweigniederlassung " + i;
        }
        if (i % 120 == 61) {
            return name + " Gesellschaft für Tief-, Hoch- und Ingenieurbau mit beschränkter Haftung & Co. KG";
        }
        return SUPPLIERS.getOrDefault(i, i % 31 == 6 ? name + "   " : name);
    }

    private static String email(int i) {
        if (i % 11 == 3) {
            return null;
        }
        if (i % 100 == 17) {
            return MALFORMED.get(i / 100 % MALFORMED.size());
        }
        // The relay accepts an internal address, the projects application does not.
        return i % 100 == 42 ? "accounts" + i + "@intranet" : "office" + i + "@vendor" + i + ".example.com";
    }
}
