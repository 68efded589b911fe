package dev.syncline.bench;

import java.sql.SQLException;

/** The ERP's table of vendors, as the sandbox has it, with as many rows as wanted. */
record Source(Database database) {
    static final String QUERY =
            """
            select vendor_no, name, email, phone, tax_id, street, city, postal_code, country, currency, payment_terms,
                   status, credit_limit, notes, changed_at
            from vendors order by changed_at, vendor_no""";

    void create() throws SQLException {
        database.execute(
                Database.SOURCE,
                """
                create table vendors (
                    vendor_no     text primary key,
                    name          text not null,
                    email         text,
                    phone         text,
                    tax_id        text,
                    street        text,
                    city          text,
                    postal_code   text,
                    country       text,
                    currency      text,
                    payment_terms text,
                    status        text not null,
                    credit_limit  numeric(14, 2),
                    notes         text,
                    changed_at    timestamptz not null
                )""");
        index(true);
    }

    /** Takes the index on changed-at away, as in an ERP that has none, or puts it there. */
    void index(boolean wanted) throws SQLException {
        database.execute(
                Database.SOURCE,
                wanted
                        ? "create index vendors_changed on vendors (changed_at, vendor_no)"
                        : "drop index vendors_changed");
    }

    /**
     * Fills the table anew, so that no version finds the dead rows of another.
     *
     * @param version rows of another version have the same keys, and another phone, credit limit and changed-at
     */
    void fill(int records, int version) throws SQLException {
        String rows =
                """
                insert into vendors
                select 'V-' || lpad(n::text, 8, '0'),
                       'Vendor ' || n || ' Stahlbau & Söhne GmbH',
                       case when n %% 9 <> 0 then 'office' || n || '@vendor-' || n %% 977 || '.example' end,
                       '+49 30 ' || n || %1$d,
                       'DE' || 100000000 + n,
                       'Industriestraße ' || n %% 400,
                       'City ' || n %% 5000,
                       lpad((n %% 99999)::text, 5, '0'),
                       case n %% 4 when 0 then 'DE' when 1 then 'FR' when 2 then 'PL' else 'US' end,
                       case n %% 4 when 2 then 'PLN' when 3 then 'USD' else 'EUR' end,
                       'NET' || 10 * (n %% 6 + 1),
                       'ACTIVE',
                       (n %% 100000) + %1$d + 0.25,
                       case when n %% 5 = 0 then 'Delivers to the site "north", gate ' || n %% 12 end,
                       timestamptz '2026-01-01 00:00:00Z' + %1$d * interval '30 days' + n * interval '1 millisecond'
                from generate_series(1, %2$d) n"""
                        .formatted(version, records);
        database.execute(Database.SOURCE, "truncate vendors", rows, "vacuum analyze vendors");
    }
}
