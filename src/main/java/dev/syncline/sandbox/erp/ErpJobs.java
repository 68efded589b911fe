package dev.syncline.sandbox.erp;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/** Writes 60 jobs with their cost codes, 400 sub-jobs, and 150 prime contracts with lines. */
record ErpJobs(Connection connection, ErpTime time, Random random, List<String> costCodes) {
    /**
     * Jobs that the relay refuses (their end is before their start), and the projects application, too (their name is
     * too long).
     */
    static final List<String> REFUSED = List.of("J-1013", "J-1047");

    private static final int COUNT = 60;
    private static final int SUB_JOBS = 400;
    private static final int CONTRACTS = 150;
    private static final List<String> KINDS =
            List.of("Bürogebäude", "Hospital", "School", "Brücke", "Warehouse", "Wohnanlage", "Data Center", "Tunnel");
    private static final List<String> PARTS =
            List.of("Foundation", "Rohbau", "Façade", "Roof", "Elektro", "Interior", "Outside works", "Übergabe");

    void jobs() throws SQLException {
        Faker faker = new Faker(Locale.GERMANY, random);
        try (ErpRows jobs = new ErpRows(
                        connection,
                        "jobs",
                        "job_no, name, description, job_type, status, customer, city, start_date, end_date,"
                                + " contract_amount, manager, manager_email, changed_at");
                ErpRows codes = new ErpRows(connection, "job_cost_codes", "job_no, cost_code, budget")) {
            for (int i = 1; i <= COUNT; i++) {
                String number = job(i);
                String city = faker.address().city();
                String manager = faker.name().fullName();
                LocalDate start = time.today().minusDays(random.nextInt(700));
                boolean endsFirst = number.equals(REFUSED.get(0));
                jobs.add(
                        number,
                        name(number, KINDS.get(i % KINDS.size()) + " " + city),
                        i % 6 == 5 ? null : KINDS.get(i % KINDS.size()) + " für die Stadt \"" + city + "\"",
                        i % 2 == 0 ? "BUILDING" : "CIVIL",
                        List.of("ACTIVE", "ACTIVE", "PLANNED", "CLOSED").get(i % 4),
                        faker.company().name(),
                        city,
                        start,
                        endsFirst ? start.minusDays(30) : start.plusDays(100 + random.nextInt(600)),
                        BigDecimal.valueOf(10_000_000 + random.nextInt(900_000_000), 2),
                        i % 9 == 4 ? null : manager,
                        i % 9 == 4 ? null : "manager" + i + "@syncline.example.com",
                        time.pastWallClock());
                int first = random.nextInt(costCodes.size() - 400);
                for (int code = 0; code < 10 + random.nextInt(11); code++) {
                    codes.add(
                            number, costCodes.get(first + code * 19), BigDecimal.valueOf(random.nextInt(9_000_000), 2));
                }
            }
        }
    }

    void subJobs() throws SQLException {
        try (ErpRows rows = new ErpRows(
                connection,
                "sub_jobs",
                "job_no, sub_job_no, name, description, status, start_date, budget, create_date, write_date")) {
            for (int i = 0; i < SUB_JOBS; i++) {
                // The refused jobs have two each, the others seven at most.
                String job = job(1 + i % COUNT);
                int number = 1 + i / COUNT;
                if (REFUSED.contains(job) && number > 2) {
                    job = job(1);
                    number = 10 + i / COUNT + i % COUNT;
                }
                OffsetDateTime created = time.past();
                rows.add(
                        job,
                        "%02d".formatted(number),
                        PARTS.get(number % PARTS.size()) + (i % 60 == 29 ? " 第二期工事" : " " + number),
                        i % 4 == 0 ? null : "Section " + number + " of " + job + (i % 25 == 0 ? "  " : ""),
                        i % 5 == 0 ? "CLOSED" : "ACTIVE",
                        created.toLocalDate(),
                        i % 8 == 0 ? null : BigDecimal.valueOf(random.nextInt(90_000_000), 2),
                        created,
                        i % 5 < 3 ? null : time.between(created));
            }
        }
    }

    void primeContracts() throws SQLException {
        Faker faker = new Faker(Locale.US, random);
        try (ErpRows contracts = new ErpRows(
                        connection,
                        "prime_contracts",
                        "contract_no, job_no, title, customer, contract_date, status, amount, retention_percent,"
                                + " approved, notes, changed_at");
                ErpRows lines = new ErpRows(
                        connection,
                        "prime_contract_lines",
                        "contract_no, line_no, cost_code, description, quantity, unit, unit_price, amount")) {
            for (int i = 1; i <= CONTRACTS; i++) {
                String number = "PC-%04d".formatted(i);
                String job = job(1 + random.nextInt(COUNT));
                OffsetDateTime changedAt = time.past();
                BigDecimal amount = BigDecimal.ZERO;
                for (int line = 10; line <= 30 + 10 * (i % 6); line += 10) {
                    BigDecimal price = BigDecimal.valueOf(100 + random.nextInt(500_000), 2);
                    BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(100));
                    amount = amount.add(price.multiply(quantity));
                    lines.add(
                            number,
                            line,
                            costCodes.get(random.nextInt(costCodes.size())),
                            PARTS.get(random.nextInt(PARTS.size())) + ", " + KINDS.get(line / 10 % KINDS.size()),
                            quantity,
                            "pcs",
                            price,
                            price.multiply(quantity));
                }
                contracts.add(
                        number,
                        i % 75 == 20 ? REFUSED.get(i / 75) : REFUSED.contains(job) ? job(1) : job,
                        KINDS.get(i % KINDS.size()) + ", lot " + (1 + i % 5),
                        i % 10 == 3 ? null : faker.company().name(),
                        changedAt.toLocalDate(),
                        List.of("DRAFT", "OPEN", "OPEN", "COMPLETE").get(i % 4),
                        amount,
                        i % 12 == 7 ? null : BigDecimal.valueOf(500 + 50 * (i % 11), 2),
                        i % 4 == 0 ? null : (Boolean) (i % 3 != 0),
                        i % 15 == 4 ? "Retainage per \"Annex\\B\" ✅" : null,
                        changedAt);
            }
        }
    }

    private static String job(int i) {
        return "J-" + (1_000 + i);
    }

    private static String name(String number, String name) {
        if (number.equals(REFUSED.get(1))) {
            return (name + ", Bauabschnitt Nord und Süd, ").repeat(5).strip();
        }
        return "J-1022".equals(number) ? "東京データセンター「第一期」" : name;
    }
}
