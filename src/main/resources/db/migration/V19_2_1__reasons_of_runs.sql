-- Why a run kept records back, as it stood when the run ended: the status table has each record's latest run alone.
create table sync_run_reason (
    run     bigint   not null references sync_run on delete cascade,
    status  smallint not null,          -- RecordStatus.code
    reason  text     collate "C" not null, -- without what differs from record to record
    records bigint   not null,
    primary key (run, status, reason)
);
