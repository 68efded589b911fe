-- Open notices of records and of parts of them, whatever the database's collation.
drop index sync_notice_by_key;
create index sync_notice_by_key on sync_notice (route, key collate "C") where resolved_at is null;
