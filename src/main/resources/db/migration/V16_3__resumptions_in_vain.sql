-- How often somebody went on with it since it last recorded a page.
alter table sync_run add column vain integer not null default 0;
alter table sync_reconciliation add column vain integer not null default 0;
