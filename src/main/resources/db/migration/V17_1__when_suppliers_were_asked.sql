-- When the supplier was last asked for the order by its number; and for all that is new.
alter table purchase_order add column last_checked_at timestamptz;
alter table supplier_poll add column asked_at timestamptz;
