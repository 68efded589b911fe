-- Rows that are far ahead of all others do not move the watermark: the lowest of their changed-at, and how many there are.
alter table sync_run
    add column far    bigint,
    add column beyond integer not null default 0;
