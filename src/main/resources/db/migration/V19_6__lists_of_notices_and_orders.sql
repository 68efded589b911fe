-- Notices of a kind, newest first, and how many of them are open.
create index sync_notice_by_kind on sync_notice (kind, id);
create index sync_notice_open_by_kind on sync_notice (kind, id) where resolved_at is null;
-- How many open orders of a vendor have a switch of their own; which of its orders are older than its notice.
create index purchase_order_open_by_switch on purchase_order (vendor, auto_sync) where is_open;
create index purchase_order_stale_by_vendor on purchase_order (vendor, supplier_notified_at) include (auto_sync)
    where is_stale;
