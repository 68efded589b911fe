-- Edits that are too old are purged, the oldest first.
create index sync_edit_by_time on sync_edit (edited_at);
