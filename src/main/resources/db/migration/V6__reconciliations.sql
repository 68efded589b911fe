-- Comparisons of a route's target with its source. A reconciliation is carried out by one process at a time, with a
-- lease and a fence as a run is, and goes on from its checkpoint.
create table sync_reconciliation (
    id           bigint generated always as identity primary key,
    route        text        not null,
    status       text        not null,
    queued       boolean     not null default true,
    requested_by text        not null,
    range_name   text        not null,
    range_from   timestamptz,
    range_to     timestamptz,
    depth        text        not null,
    repair       boolean     not null,
    created_at   timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz,
    expected     bigint,                        -- rows of both sides to look at, as far as is known
    done         bigint      not null default 0,
    compared     bigint      not null default 0,
    equal        bigint      not null default 0,
    missing      bigint      not null default 0,
    extra        bigint      not null default 0,
    different    bigint      not null default 0,
    unkeyed      bigint      not null default 0, -- rows of either side without a key of their own
    repaired     bigint      not null default 0,
    phase        text        not null,
    checkpoint   text,                           -- cursor of the next page of the phase
    repair_run   bigint,                         -- the newest run that it ordered
    resumed      integer     not null default 0,
    reason       text,
    cancelled_by text,
    owner        text,
    lease_until  timestamptz,
    fence        integer     not null default 0
);
create unique index sync_reconciliation_one_active on sync_reconciliation (route) where status = 'IN_PROGRESS';
create index sync_reconciliation_by_route on sync_reconciliation (route, id);

-- A row a difference, up to a configured number.
create table sync_difference (
    reconciliation bigint not null references sync_reconciliation on delete cascade,
    kind           text   not null,              -- MISSING, EXTRA or DIFFERENT
    key            text   collate "C" not null,
    title          text,
    fields         text   not null,              -- JSON: [{field, source, target}]
    status         text,                         -- of the record in the status table
    reason         text,
    repaired       boolean,                      -- null: not tried
    outcome        text,                         -- why it was not repaired
    primary key (reconciliation, kind, key)
);

alter table sync_run add column repairs bigint;  -- the reconciliation whose differences it sends, whatever the status says
create index sync_run_by_reconciliation on sync_run (repairs, id) where repairs is not null;
