-- A dry run logs what it would keep back, too: with its status, and why. Null where everything was, or would be, done.
alter table sync_document_log add column statuses smallint[], add column reasons text[];
