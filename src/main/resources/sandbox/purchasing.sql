create table products (
    product_no     text primary key,
    name           text not null,
    unit           text,
    unit_cost      numeric(18, 6),
    vendor_no      text,
    vendor_item_no text,
    gtin           text,
    changed_at     timestamptz not null default now()
);
create index products_changed on products (changed_at, product_no);
create index products_vendor on products (vendor_no, vendor_item_no);

create table purchase_orders (
    order_no          text primary key,
    vendor_no         text not null,
    status            text not null default 'OPEN'
                      check (status in ('OPEN', 'CONFIRMED', 'PARTLY_SHIPPED', 'SHIPPED', 'CLOSED', 'CANCELLED')),
    ordered_on        date,
    supplier_order_no text,
    supplier_status   text,
    expected_on       date,
    tracking          text,
    currency          text,
    buyer             text,
    note              text,
    is_incomplete     boolean not null default false,
    is_hidden         boolean not null default false,
    version           integer not null default 1,
    changed_at        timestamptz not null default now()
);
create index purchase_orders_changed on purchase_orders (changed_at, order_no);
create index purchase_orders_vendor on purchase_orders (vendor_no, order_no);

-- special_order is what the line was ordered for; only people assign it.
create table purchase_order_lines (
    order_no        text not null,
    line_no         integer not null,
    product_no      text,
    description     text,
    vendor_item_no  text,
    ordered         numeric(18, 4),
    confirmed       numeric(18, 4) default 0,
    shipped         numeric(18, 4) default 0,
    back_ordered    numeric(18, 4) default 0,
    cancelled       numeric(18, 4) default 0,
    unit            text,
    unit_cost       numeric(18, 6),
    expected_on     date,
    tracking        text,
    supplier_status text,
    is_hidden       boolean not null default false,
    special_order   text,
    primary key (order_no, line_no)
);
