create table if not exists collection (
    id     integer generated always as identity primary key,
    system text not null,
    entity text not null,
    unique (system, entity)
);

-- idempotency_key and outcome are those of the latest delivery that had an effect on the record.
create table if not exists record (
    collection      integer not null references collection,
    key             text collate "C" not null,
    id              bigint generated always as identity,
    data            jsonb not null,
    children        text[] not null,
    active          boolean not null default true,
    deleted         boolean not null default false,
    changed_at      timestamptz not null default clock_timestamp(),
    idempotency_key text,
    outcome         text not null default 'created',
    primary key (collection, key)
);
create index if not exists record_changed on record (collection, changed_at, key);

create table if not exists request_log (
    at         timestamptz not null default now(),
    collection integer not null,
    records    integer not null,
    duplicates integer not null,
    refused    integer not null
);
