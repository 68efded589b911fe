insert into products (product_no, name, unit, unit_cost, vendor_no, vendor_item_no, changed_at)
select 'G-' || n, 'Product ' || n, 'EA', 1 + n % 90, 'V-' || lpad((101 + n % 5)::text, 5, '0'), 'VG-' || n,
       clock_timestamp()
from (select coalesce(max(substring(product_no from '^G-(\d{1,15})$')::bigint), 0) as top from products) last,
     lateral generate_series(last.top + 1, last.top + ?::bigint) n
