create table cost_types (
    cost_type   text primary key,
    name        text not null,
    category    text,
    changed_at  timestamptz
);

create table standard_cost_codes (
    cost_code   text primary key,
    name        text not null,
    division    text,
    unit        text,
    cost_type   text,
    changed_at  timestamptz
);

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
    status        text not null default 'ACTIVE',
    credit_limit  numeric(14, 2),
    notes         text,
    changed_at    timestamptz not null default now()
);
create index vendors_changed on vendors (changed_at, vendor_no);

-- changed_at is wall-clock time in Europe/Berlin, as the ERP's application servers write it.
create table jobs (
    job_no          text primary key,
    name            text not null,
    description     text,
    job_type        text,
    status          text,
    customer        text,
    city            text,
    start_date      date,
    end_date        date,
    contract_amount numeric(14, 2),
    manager         text,
    manager_email   text,
    changed_at      timestamp not null default (now() at time zone 'Europe/Berlin')
);

create table job_cost_codes (
    job_no    text not null,
    cost_code text not null,
    budget    numeric(14, 2),
    primary key (job_no, cost_code)
);

create table sub_jobs (
    job_no      text not null,
    sub_job_no  text not null,
    name        text not null,
    description text,
    status      text,
    start_date  date,
    budget      numeric(14, 2),
    create_date timestamptz not null default now(),
    write_date  timestamptz,
    primary key (job_no, sub_job_no)
);

create table prime_contracts (
    contract_no       text primary key,
    job_no            text not null,
    title             text not null,
    customer          text,
    contract_date     date,
    status            text,
    amount            numeric(14, 2),
    retention_percent numeric(5, 2),
    approved          boolean,
    notes             text,
    changed_at        timestamptz not null default now()
);

-- A changed line leaves its contract's changed_at as it is: only deep reads find it.
create table prime_contract_lines (
    contract_no text not null,
    line_no     integer not null,
    cost_code   text,
    description text,
    quantity    numeric(14, 3),
    unit        text,
    unit_price  numeric(14, 4),
    amount      numeric(14, 2),
    primary key (contract_no, line_no)
);

create table job_costs (
    cost_id      bigint primary key,
    job_no       text not null,
    sub_job_no   text,
    cost_code    text,
    cost_type    text,
    posting_date date,
    document_no  text,
    description  text,
    vendor_no    text,
    quantity     numeric(14, 3),
    unit         text,
    amount       numeric(14, 2),
    currency     text,
    changed_at   timestamptz not null default now()
);
create index job_costs_changed on job_costs (changed_at, cost_id);
