-- What suppliers sent, whole, and what it says of each order.

-- A document as it came, its secrets taken out. One that comes again is the same row.
create table supplier_document (
    id          bigint generated always as identity primary key,
    supplier    text        not null,          -- the system's name
    digest      bytea       not null,          -- SHA-256 of the document
    document    text collate "C",              -- the document's own id; null: it has none, or cannot be read
    type        text,                          -- as the standard calls it: X12 855 004010
    received_at timestamptz not null,
    content     bytea       not null,
    warnings    text[]      not null default '{}',
    answer      bytea,                         -- the acknowledgement in kind that is still to be sent
    answer_type text,
    unique (supplier, digest)
);
create index supplier_document_unanswered on supplier_document (supplier, id) where answer is not null;
create index supplier_document_by_document on supplier_document (supplier, document);

-- What a document says of an order. The order is made from all of them, in the order of their own dates and numbers, so
-- that it is the same in whichever order they came.
create table supplier_update (
    supplier text   not null,
    key      text collate "C" not null,        -- the order's, as in supplier_order
    digest   uuid   not null,                  -- MD5 of what is said: interchanges bundle it anew each time they are asked for
    document bigint not null references supplier_document, -- in which it came first
    part     integer not null,                 -- which of the document's orders
    said     json   not null,
    primary key (supplier, key, digest)
);
create index supplier_update_by_document on supplier_update (document);

-- An order as the supplier has it; or a document that cannot be read, or names no order: then fault says why.
create table supplier_order (
    supplier    text        not null,
    key         text collate "C" not null,     -- the buyer's number; <supplier>-<number> where the supplier alone gave one
    supplier_no text collate "C",              -- the supplier's number
    changed_at  timestamptz not null,          -- when a document last changed it
    state       json,
    fault       text,
    document    bigint references supplier_document, -- of a fault
    primary key (supplier, key)
);
create index supplier_order_by_change on supplier_order (supplier, changed_at, key);
create index supplier_order_by_supplier_no on supplier_order (supplier, supplier_no);

-- Orders to ask the supplier for with the next run: a notice named them.
create table supplier_wanted (
    supplier text not null,
    key      text collate "C" not null,
    primary key (supplier, key)
);

-- Up to when a supplier was asked what is new, by its own clock.
create table supplier_poll (
    supplier text primary key,
    since    timestamptz not null
);

-- Notifications that came before: one that comes again says nothing new.
create table supplier_notification (
    supplier text        not null,
    digest   bytea       not null,
    at       timestamptz not null,
    primary key (supplier, digest)
);
create index supplier_notification_by_time on supplier_notification (at);

-- Vendors of purchase orders, each with its switch.
create table purchase_vendor (
    vendor    text collate "C" primary key,
    name      text,
    auto_sync boolean not null default false
);

-- Purchase orders as the ERP has them, and as they were last brought in step with the supplier.
create table purchase_order (
    vendor               text collate "C" not null,
    number               text collate "C" not null,
    auto_sync            boolean,              -- the order's own switch; null: as the vendor's
    is_open              boolean     not null default true,
    supplier_no          text collate "C",
    erp                  json,                 -- as the ERP had it; null: not seen there
    synced               json,                 -- as last delivered; null: never
    last_synced_at       timestamptz,
    supplier_notified_at timestamptz,
    is_stale             boolean generated always as
        (supplier_notified_at is not null and (last_synced_at is null or last_synced_at < supplier_notified_at)) stored,
    primary key (vendor, number)
);
create index purchase_order_open on purchase_order (vendor, number) where is_open;
create index purchase_order_stale on purchase_order (vendor, number) where is_stale;
create index purchase_order_by_number on purchase_order (number, vendor);
create index purchase_order_by_supplier_no on purchase_order (supplier_no, vendor, number);
