-- Orders that a document names which cannot be read: the buyer is told, and the document is known again by them.
create table supplier_unread (
    supplier text   not null,
    key      text collate "C" not null,        -- the buyer's number of the order
    fault    text collate "C" not null,        -- the document's key in supplier_order
    types    text[] not null,                  -- kinds of the parts that cannot be read: 855, DESADV; empty: it has but one
    primary key (supplier, key, fault)
);
create index supplier_unread_by_fault on supplier_unread (supplier, fault);

-- What an order is to be warned of; null: all that is wrong with its document, as it was before.
alter table supplier_update add column warnings text[];
