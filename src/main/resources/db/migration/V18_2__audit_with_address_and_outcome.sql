-- From where it was asked for, whether it was done, for which keys, and whether as a dry run.

alter table sync_audit
    add column address text,
    add column outcome text not null default 'DONE' check (outcome in ('DONE', 'REFUSED', 'FAILED')),
    add column keys    text[],
    add column dry_run boolean;

create index sync_audit_by_who on sync_audit (who, id);
create index sync_audit_by_at on sync_audit (at);
