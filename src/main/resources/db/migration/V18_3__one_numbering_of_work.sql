-- Runs and reconciliations are work items of one numbering, so that a number alone says whose call or cursor it is.
create sequence sync_work_id;
alter table sync_run alter column id drop identity;
alter table sync_reconciliation alter column id drop identity;
select setval(
    'sync_work_id',
    coalesce(greatest((select max(id) from sync_run), (select max(id) from sync_reconciliation)), 0) + 1,
    false);
alter table sync_run alter column id set default nextval('sync_work_id');
alter table sync_reconciliation alter column id set default nextval('sync_work_id');

-- A reconciliation that sends differences waits for the run, as a run waits for its prerequisite's.
alter table sync_reconciliation add column after_run bigint;
create index sync_reconciliation_waiting on sync_reconciliation (after_run) where status = 'IN_PROGRESS';

-- An active reconciliation of before may have the number of a run: it gets one of its own.
alter table sync_difference
    drop constraint sync_difference_reconciliation_fkey,
    add constraint sync_difference_reconciliation_fkey foreign key (reconciliation)
        references sync_reconciliation on delete cascade on update cascade;
do $$
declare
    old bigint;
    new bigint;
begin
    for old in
        select id from sync_reconciliation r
        where status = 'IN_PROGRESS' and exists (select from sync_run where id = r.id)
    loop
        new := nextval('sync_work_id');
        update sync_reconciliation set id = new where id = old;
        update sync_run set repairs = new where repairs = old;
    end loop;
end $$;
