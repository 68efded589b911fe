-- How many orders a notification named: they are counted, as each is asked for.
alter table supplier_notification add column named integer not null default 0;

-- Orders that notices named and the supplier did not have when it was asked: they are not asked for again so soon.
create table supplier_unknown (
    supplier text        not null,
    key      text collate "C" not null,
    at       timestamptz not null,
    primary key (supplier, key)
);
