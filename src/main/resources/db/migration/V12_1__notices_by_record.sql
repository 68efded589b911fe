-- Open notices of a record and of parts of it.
create index sync_notice_by_key on sync_notice (route, key) where resolved_at is null;
