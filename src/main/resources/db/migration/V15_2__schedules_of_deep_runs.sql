-- A schedule of deep runs may come round at the same time as that of the others.
drop index sync_run_one_a_fire;
create unique index sync_run_one_a_fire on sync_run (route, due_at, depth) where due_at is not null;

-- How the run reads that follows; null for shallow, over what changed.
alter table sync_run add column next_depth text;
