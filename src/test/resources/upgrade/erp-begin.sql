-- What the ERP and the vault hold before the old version has done anything.
create table vendors (vendor_no text primary key, name text, city text, changed_at timestamptz not null);
insert into vendors
select 'V-0' || lpad(n::text, 2, '0'), case when n <> 3 then 'Vendor ' || n end,
       case when n = 8 then 'Nowhere' else 'Town ' || n end, timestamptz '2026-01-01' + n * interval '1 second'
from generate_series(1, 12) n;

create table sites (site_no text primary key, vendor_no text, name text, changed_at timestamptz not null);
insert into sites values
    ('S-001', 'V-001', 'Has its vendor', '2026-01-01'),
    ('S-002', 'V-003', 'Waits for a vendor without a name', '2026-01-01'),
    ('S-003', 'V-099', 'Waits for a vendor that is not there', '2026-01-01');

create table items (item_no text primary key, name text, changed_at timestamptz not null);
insert into items
select 'I-0' || lpad(n::text, 2, '0'), 'Item ' || n, timestamptz '2026-01-01' + n * interval '1 second'
from generate_series(1, 6) n;

create table parts (part_no text primary key, name text, changed_at timestamptz not null);
insert into parts
select 'P-0' || lpad(n::text, 2, '0'), 'Part ' || n, timestamptz '2026-01-01' + n * interval '1 second'
from generate_series(1, 60) n;

create table bins (bin_no text primary key, name text, changed_at timestamptz not null);
insert into bins
select 'BIN-' || lpad(n::text, 2, '0'), 'Bin ' || n, timestamptz '2026-01-01' + n * interval '1 second'
from generate_series(1, 12) n;
create table vault_bins (bin_no text primary key, name text);

create table boxes (box_no text primary key, name text, changed_at timestamptz not null);
insert into boxes
select 'BOX-' || lpad(n::text, 3, '0'), 'Box ' || n, timestamptz '2026-01-01' + n * interval '1 second'
from generate_series(1, 120) n;
create table vault_boxes (box_no text primary key, name text);

-- How long it takes to look a box up in the vault, so that the program can be killed in the midst of a comparison.
create table pace (milliseconds integer not null);
insert into pace values (0);
create function paced() returns boolean language plpgsql volatile cost 10000 as $$
begin
    perform pg_sleep(milliseconds / 1000.0) from public.pace where milliseconds > 0;
    return true;
end $$;
