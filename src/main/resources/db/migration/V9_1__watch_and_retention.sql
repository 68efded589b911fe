-- When the run last recorded a page: a run that is alive renews its lease, one that gets on records pages.
alter table sync_run add column progressed_at timestamptz;

-- Since when a schedule is on again; runs of a time; what waited for a run that is purged.
create index sync_audit_resumed on sync_audit (subject, id) where action = 'resume';
create index sync_run_by_created on sync_run (created_at);
create index sync_run_after on sync_run (after_run) where after_run is not null;

-- Drops the oldest partition of the document log that ends at that time or before, and says which; null when there is
-- none. That locks the log for a moment: when it is in use for longer, the call fails, and pages need not wait.
create function sync_document_log_drop(before timestamptz) returns text language plpgsql as $$
declare
    month text;
begin
    select c.oid::regclass::text into month
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    cross join lateral substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \(''([^'']+)''\)') upto
    where i.inhparent = 'sync_document_log'::regclass and upto::timestamptz <= before
    order by upto::timestamptz
    limit 1;
    if month is not null then
        perform set_config('lock_timeout', '3s', true);
        execute 'drop table ' || month;
    end if;
    return month;
end $$;
