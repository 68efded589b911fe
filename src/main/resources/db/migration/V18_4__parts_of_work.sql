-- Work items have parts, each with a checkpoint, a lease, a fence and counts of its own; an item has at least one. A part
-- has a number of the items' sequence, the first part of an item the item's own: it says whose call or cursor something is.
create table sync_work_part (
    id            bigint      primary key default nextval('sync_work_id'),
    kind          text        not null,              -- of the item: RUN, RECONCILIATION
    item          bigint      not null,
    covers        text,                              -- what of the item it carries out; null: everything
    status        text        not null,              -- as of items
    queued        boolean     not null default true, -- waits for a process
    phase         text        not null,
    checkpoint    text,                              -- cursor of the next page of the phase
    counts        jsonb       not null default '{}', -- what it added to the item's counts, by column
    started_at    timestamptz,
    progressed_at timestamptz,                       -- when it last recorded a page
    finished_at   timestamptz,
    waiting_until timestamptz,                       -- waits for a system
    vain          integer     not null default 0,    -- how often it was resumed since it last recorded a page
    reason        text,
    owner         text,                              -- the process that holds the lease
    lease_until   timestamptz,
    fence         integer     not null default 0     -- grows with each owner; a late write of an old one fails on it
);
create index sync_work_part_by_item on sync_work_part (kind, item);
create index sync_work_part_active on sync_work_part (kind, item) where status = 'IN_PROGRESS';

insert into sync_work_part (
    id, kind, item, status, queued, phase, checkpoint, counts, started_at, progressed_at, finished_at, waiting_until, vain,
    reason, owner, lease_until, fence)
select id, 'RUN', id, status, queued, phase, checkpoint,
       jsonb_build_object(
           'read', read, 'created', created, 'updated', updated, 'unchanged', unchanged, 'deleted', deleted,
           'failed', failed, 'blocked', blocked, 'on_hold', on_hold),
       started_at, progressed_at, finished_at, waiting_until, vain, reason, owner, lease_until, fence
from sync_run;

-- Reconciliations older than the common sequence may share their number with a run; their part gets a new number.
insert into sync_work_part (
    id, kind, item, status, queued, phase, checkpoint, counts, started_at, finished_at, waiting_until, vain, reason, owner,
    lease_until, fence)
select case when exists (select from sync_run where id = r.id) then nextval('sync_work_id') else id end,
       'RECONCILIATION', id, status, queued, phase, checkpoint,
       jsonb_build_object(
           'done', done, 'compared', compared, 'equal', equal, 'missing', missing, 'extra', extra,
           'different', different, 'unkeyed', unkeyed, 'repaired', repaired),
       started_at, finished_at, waiting_until, vain, reason, owner, lease_until, fence
from sync_reconciliation r;

-- A process of an older version records nothing from here on: its statements name columns that are gone.
alter table sync_run
    drop column phase, drop column checkpoint, drop column waiting_until, drop column progressed_at, drop column vain,
    drop column owner, drop column lease_until, drop column fence;
alter table sync_reconciliation
    drop column phase, drop column checkpoint, drop column waiting_until, drop column vain, drop column owner,
    drop column lease_until, drop column fence;

-- An item takes its parts with it. Its number alone is not enough, see above.
create function sync_work_part_delete() returns trigger language plpgsql as $$
begin
    delete from sync_work_part where kind = tg_argv[0] and item in (select id from gone);
    return null;
end $$;
create trigger sync_run_parts after delete on sync_run
    referencing old table as gone for each statement execute function sync_work_part_delete('RUN');
create trigger sync_reconciliation_parts after delete on sync_reconciliation
    referencing old table as gone for each statement execute function sync_work_part_delete('RECONCILIATION');
