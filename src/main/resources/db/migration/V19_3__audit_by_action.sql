-- The audit log is also filtered by what was done, and by what was not.
create index sync_audit_by_action on sync_audit (action, id);
create index sync_audit_not_done on sync_audit (outcome, id) where outcome <> 'DONE';
