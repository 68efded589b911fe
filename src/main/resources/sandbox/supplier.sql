-- An order as the supplier has it; number is the buyer's, or the supplier's where the buyer did not order it.
create table if not exists supplier_order (
    supplier text not null,
    number   text collate "C" not null,
    content  jsonb not null,
    primary key (supplier, number)
);

-- What the supplier has to say; held back until somebody lets it go, which gives it a new place in the line.
create table if not exists supplier_document (
    id       bigint generated always as identity primary key,
    supplier text not null,
    number   text collate "C" not null,
    at       timestamptz not null default clock_timestamp(),
    held     boolean not null default false,
    content  jsonb not null
);
create index if not exists supplier_document_new on supplier_document (supplier, id) where not held;
create index if not exists supplier_document_order on supplier_document (supplier, number, id);

-- The same documents always go out in an interchange of the same number.
create table if not exists supplier_interchange (
    supplier  text not null,
    documents uuid not null,
    number    bigint generated always as identity,
    primary key (supplier, documents)
);

create table if not exists supplier_acknowledgement (
    id           bigint generated always as identity primary key,
    supplier     text not null,
    at           timestamptz not null default clock_timestamp(),
    content_type text,
    content      text not null
);
