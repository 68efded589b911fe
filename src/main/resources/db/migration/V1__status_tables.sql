-- The hub's own tables. See docs/architecture.md for how a page writes them.

-- One row a route: its number in the narrow tables, its watermark, and how many records it has in each status.
-- The counters move in the transaction that moves the records, so they never need counting.
create table sync_route (
    id             integer generated always as identity primary key,
    name           text    not null unique,
    watermark      bigint,           -- microseconds since 1970, or a row version
    watermark_unit text    check (watermark_unit in ('TIME', 'NUMBER')),
    success        bigint  not null default 0,
    failed         bigint  not null default 0,
    blocked        bigint  not null default 0,
    on_hold        bigint  not null default 0,
    in_progress    bigint  not null default 0,
    last_success   timestamptz
);

create table sync_run (
    id             bigint generated always as identity primary key,
    route          text        not null,
    status         text        not null,
    queued         boolean     not null default true,
    trigger        text        not null,
    requested_by   text        not null,
    range_name     text        not null,
    range_from     timestamptz,
    range_to       timestamptz,
    depth          text        not null,
    dry_run        boolean     not null default false,
    keys           text[],
    after_run      bigint      references sync_run,   -- starts when that one has finished
    created_at     timestamptz not null,
    started_at     timestamptz,
    finished_at    timestamptz,
    expected       bigint,
    read           bigint      not null default 0,
    created        bigint      not null default 0,
    updated        bigint      not null default 0,
    unchanged      bigint      not null default 0,
    deleted        bigint      not null default 0,
    failed         bigint      not null default 0,
    blocked        bigint      not null default 0,
    on_hold        bigint      not null default 0,
    phase          text        not null default 'RANGE',
    checkpoint     text,                              -- cursor of the next page of the phase
    source_now     timestamptz,                       -- the source's clock when the run began to read
    highest        bigint,                            -- highest changed-at seen, in the unit of the watermark
    unit           text,                              -- of highest: TIME or NUMBER
    waiting_until  timestamptz,
    resumed        integer     not null default 0,
    reason         text,
    cancelled_by   text,
    owner          text,                              -- the process that holds the lease
    lease_until    timestamptz,
    fence          integer     not null default 0     -- grows with each owner; a late write of an old one fails on it
);
create unique index sync_run_one_active on sync_run (route) where status = 'IN_PROGRESS';
create index sync_run_by_route on sync_run (route, id);
create index sync_run_by_status on sync_run (status, id);
create index sync_run_waiting on sync_run (after_run) where status = 'IN_PROGRESS';

-- One narrow row a record. Codes instead of words, no index on what a page changes, and room on each page of the
-- table, so that an update stays on its page (HOT) and touches no index.
create table sync_record (
    changed_at    bigint,             -- the source's changed-at, in the unit of the route's watermark
    attempted_at  bigint   not null,  -- milliseconds since 1970
    synced_at     bigint,             -- of the last success
    run_id        bigint   not null,
    log_id        bigint,             -- the newest entry of the record in sync_document_log
    content_hash  uuid,               -- of what the target has: fields
    child_hash    uuid,               -- of what the target has: children; null when never delivered deep
    attempted_hash uuid,              -- of what was tried last; null after a success
    route         integer  not null,
    status        smallint not null,  -- RecordStatus.code
    action        smallint not null,  -- Action.code
    attempts      smallint not null,
    transient     boolean  not null,  -- failed by something that can heal: the next run tries again
    keyless       boolean  not null,  -- its row has no key of its own: the key here is made from its content
    key           text collate "C" not null,
    title         text,
    target_ref    text,
    field_hashes  bytea,              -- two bytes a field, to tell which ones changed
    reason        text,
    primary key (route, key)
) with (fillfactor = 45, autovacuum_vacuum_scale_factor = 0.05);
create index sync_record_not_success on sync_record (route, status, key) where status <> 1;
create index sync_record_keyless on sync_record (route, run_id) where keyless;

-- What was to be sent and was not: only records that are not SUCCESS have a row here.
create table sync_payload (
    route   integer not null,
    key     text collate "C" not null,
    payload text    not null,         -- JSON
    primary key (route, key)
);

-- What was done, a row a page of records: arrays with one element a record. previous is the row that holds the
-- record's entry before this one, so a record's history is a chain that starts at sync_record.log_id.
create sequence sync_document_log_id;
create table sync_document_log (
    id       bigint      not null,
    at       timestamptz not null,
    run_id   bigint      not null,
    route    integer     not null,
    dry_run  boolean     not null,
    keys     text[]      not null,
    titles   text[]      not null,
    actions  smallint[]  not null,
    changed  text[]      not null,    -- names with commas between
    previous bigint[]    not null,
    lengths  integer[]   not null,    -- of each record's content in contents, in bytes
    contents bytea       not null     -- JSON, one after the other
) partition by range (at);
create index sync_document_log_by_id on sync_document_log (id);
create index sync_document_log_by_run on sync_document_log (run_id, id);
create index sync_document_log_by_route on sync_document_log (route, id);
create table sync_document_log_rest partition of sync_document_log default;

-- Makes the partitions of this month and the next two; called at every start and once a day.
create function sync_document_log_partitions() returns void language plpgsql as $$
declare
    month date;
begin
    for n in 0..2 loop
        month := date_trunc('month', now() + make_interval(months => n))::date;
        begin
            execute format('create table if not exists sync_document_log_%s partition of sync_document_log '
                || 'for values from (%L) to (%L)', to_char(month, 'YYYYMM'), month, (month + interval '1 month')::date);
        exception when check_violation then
            null; -- rows of that month are in the rest partition already and stay there
        end;
    end loop;
end $$;

do $$
begin
    alter table sync_document_log alter column contents set compression lz4;
exception when feature_not_supported then
    -- A server built without lz4: its own compression costs more than the room it saves.
    alter table sync_document_log alter column contents set storage external;
end $$;

create table sync_audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    who     text        not null,
    action  text        not null,
    subject text        not null,
    detail  text
);
create index sync_audit_by_subject on sync_audit (subject, id);
