-- Quartz inserts the row of a lock when it first needs the lock. If two processes start at the same time on a new database, both insert
-- it; the insert of one fails, and so does its start. The name of the scheduler is quarkus.quartz.instance-name.
insert into qrtz_locks (sched_name, lock_name)
values ('syncline', 'TRIGGER_ACCESS'), ('syncline', 'STATE_ACCESS')
on conflict do nothing;
