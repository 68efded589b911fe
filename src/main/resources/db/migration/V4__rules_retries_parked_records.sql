-- Rules that keep records back, records that are looked at again by themselves, and retries.

create table sync_rule (
    id         bigint generated always as identity primary key,
    route      text        not null,   -- a route's id, * for any text
    field      text,                   -- with dots for what is within it; null for every record
    operator   text,
    value      text[]      not null,
    reason     text,
    effect     text        not null check (effect in ('BLOCK', 'HOLD')),
    created_at timestamptz not null,
    created_by text        not null
);

-- Records that runs look at again though their changed-at did not move: ON_HOLD, BLOCKED, and FAILED by something that
-- heals. Those that wait for a parent or a rule become ready when that is there or gone; the others are always.
create table sync_parked (
    route        integer not null,
    key          text collate "C" not null,
    changed_at   bigint  not null,     -- of the source; the highest number where it has none
    ready        boolean not null,
    deep         boolean not null,     -- was judged with its children
    parent_route integer,
    parent_key   text collate "C",
    rule         bigint,
    primary key (route, key)
);
create index sync_parked_ready on sync_parked (route, changed_at, key) where ready;
create index sync_parked_by_parent on sync_parked (route, parent_route, parent_key)
    where not ready and parent_route is not null;
create index sync_parked_by_rule on sync_parked (route, rule) where not ready and rule is not null;

-- What the records of today wait for is not known.
insert into sync_parked (route, key, changed_at, ready, deep)
select route, key, coalesce(changed_at, 9223372036854775807), true, child_hash is not null
from sync_record
where status <> 1 and (status in (3, 4) or status = 2 and transient) and not keyless;

-- The status that a record had before somebody retried it; counts while it is IN_PROGRESS only.
alter table sync_record add column former smallint;

-- What is, or was, to be sent in a record's stead, once.
create table sync_edit (
    id        bigint generated always as identity primary key,
    run_id    bigint      not null unique,
    route     integer     not null,
    key       text collate "C" not null,
    payload   text        not null,    -- a JSON object, as it is sent
    edited_by text        not null,
    edited_at timestamptz not null,
    log_id    bigint                   -- the entry in sync_document_log of its delivery
);
create index sync_edit_by_record on sync_edit (route, key);
