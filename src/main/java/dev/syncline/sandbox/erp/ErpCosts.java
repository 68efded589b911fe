package dev.syncline.sandbox.erp;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes cost types, 2,000 cost codes (many never changed since their creation), and 20,000 job costs over two years.
 */
record ErpCosts(Connection connection, ErpTime time, Random random) {
    private static final int JOB_COSTS = 20_000;
    private static final List<String> DIVISIONS = List.of(
            "General Requirements",
            "Existing Conditions",
            "Concrete",
            "Masonry",
            "Metals",
            "Wood, Plastics & Composites",
            "Thermal/Moisture Protection",
            "Openings",
            "Finishes",
            "Specialties",
            "Equipment",
            "Furnishings",
            "Special Construction",
            "Conveying Equipment",
            "Fire Suppression",
            "Plumbing",
            "Heizung, Lüftung, Klima",
            "Electrical \"High\"",
            "Communications",
            "Earthwork");
    private static final List<String> WORKS = List.of(
            "Mobilization",
            "Formwork",
            "Reinforcing",
            "Placing",
            "Curing",
            "Framing",
            "Anchors",
            "Joints",
            "Testing",
            "Clean-up");
    private static final List<String[]> TYPES = List.of(
            new String[] {"LAB", "Labor", "DIRECT"},
            new String[] {"MAT", "Material", "DIRECT"},
            new String[] {"SUB", "Subcontract", "DIRECT"},
            new String[] {"EQP", "Equipment & Geräte", "DIRECT"},
            new String[] {"OVH", "Overhead", "INDIRECT"},
            new String[] {"TRV", "Travel", "INDIRECT"},
            new String[] {"CON", "Contingency", null},
            new String[] {"OTH", "Other  ", null});

    void types() throws SQLException {
        try (ErpRows rows = new ErpRows(connection, "cost_types", "cost_type, name, category, changed_at")) {
            for (String[] type : TYPES) {
                rows.add(type[0], type[1], type[2], random.nextBoolean() ? time.past() : null);
            }
        }
    }

    void codes() throws SQLException {
        try (ErpRows rows = new ErpRows(
                connection, "standard_cost_codes", "cost_code, name, division, unit, cost_type, changed_at")) {
            List<String> numbers = codeNumbers();
            for (int i = 0; i < numbers.size(); i++) {
                String division = DIVISIONS.get(i / 100);
                rows.add(
                        numbers.get(i),
                        division + ": " + WORKS.get(i % 10) + " " + i % 100,
                        i % 40 == 7 ? null : division,
                        List.of("h", "m²", "m³", "t", "pcs").get(i % 5),
                        TYPES.get(random.nextInt(6))[0],
                        i % 3 == 0 ? null : time.past());
            }
        }
    }

    /** Returns the codes, such as {@code 03 11 00}, and {@code 03 12 00/A} for every twentieth. */
    List<String> codeNumbers() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 100 * DIVISIONS.size(); i++) {
            numbers.add("%02d %02d 00%s".formatted(i / 100 + 1, i % 100, i % 20 == 12 ? "/A" : ""));
        }
        return numbers;
    }

    void jobCosts() throws SQLException {
        List<String> jobs = new ArrayList<>();
        List<String> codes = codeNumbers();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select job_no from jobs order by job_no")) {
            while (row.next()) {
                jobs.add(row.getString(1));
            }
        }
        jobs.removeAll(ErpJobs.REFUSED);
        try (ErpRows rows = new ErpRows(
                connection,
                "job_costs",
                "cost_id, job_no, sub_job_no, cost_code, cost_type, posting_date, document_no, description, vendor_no,"
                        + " quantity, unit, amount, currency, changed_at")) {
            for (int i = 1; i <= JOB_COSTS; i++) {
                var changedAt = time.past();
                rows.add(
                        1_000_000L + i,
                        i % 5_000 == 99 ? ErpJobs.REFUSED.get(i / 5_000 % 2) : jobs.get(random.nextInt(jobs.size())),
                        i % 3 == 0 ? "01" : null,
                        codes.get(random.nextInt(codes.size())),
                        TYPES.get(random.nextInt(TYPES.size()))[0],
                        changedAt.toLocalDate().minusDays(random.nextInt(10)),
                        i % 50 == 8 ? null : "INV-" + (100_000 + random.nextInt(900_000)),
                        description(i),
                        i % 6 == 1 ? null : "V-%05d".formatted(1 + random.nextInt(520)),
                        BigDecimal.valueOf(1 + random.nextInt(200_000), 3),
                        List.of("h", "m²", "m³", "t", "pcs").get(i % 5),
                        // Credits are negative; the relay refuses the four beyond its limit.
                        i % 5_000 == 2_345
                                ? new BigDecimal("-250000.00")
                                : BigDecimal.valueOf(random.nextInt(4_000_000) - 200_000, 2),
                        i % 10 == 9 ? "USD" : "EUR",
                        changedAt);
            }
        }
    }

    private static String description(int i) {
        return switch (i % 400) {
            case 17 -> "Кран, аренда 2 дня";
            case 88 -> "混凝土 C30/37";
            case 144 -> "Rebar \"B500B\" \\ Ø 12 mm 🔩";
            case 233 -> "   ";
            case 301 -> null;
            default -> WORKS.get(i % 10) + " delivered, note " + i;
        };
    }
}
