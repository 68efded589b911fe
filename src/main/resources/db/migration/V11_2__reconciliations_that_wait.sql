-- Until when a reconciliation waits for a system, as a run shows it.
alter table sync_reconciliation add column waiting_until timestamptz;
