-- What happened to a work item between its beginning and its end, which its own row tells: waits, take-overs, cancellation.
create table sync_work_event (
    id     bigint      generated always as identity primary key,
    kind   text        not null,           -- of the item: RUN, RECONCILIATION
    item   bigint      not null,
    at     timestamptz not null,
    what   text        not null,           -- WAITED, RESUMED, TAKEN_OVER, PART, CANCELLED
    detail text,
    who    text,                           -- the user or the process that did it
    until  timestamptz,                    -- of waits: when the latest of them ends at the latest
    times  integer     not null default 1  -- waits for the same, one after the other, are one row
);
create index sync_work_event_by_item on sync_work_event (kind, item, id);

-- An item takes its events with it, as it does its parts.
create function sync_work_event_delete() returns trigger language plpgsql as $$
begin
    delete from sync_work_event where kind = tg_argv[0] and item in (select id from gone);
    return null;
end $$;
create trigger sync_run_events after delete on sync_run
    referencing old table as gone for each statement execute function sync_work_event_delete('RUN');
create trigger sync_reconciliation_events after delete on sync_reconciliation
    referencing old table as gone for each statement execute function sync_work_event_delete('RECONCILIATION');
