with orders as (
    insert into purchase_orders (order_no, vendor_no, ordered_on, expected_on, currency, buyer, note)
    select 'PO-' || n, 'V-' || lpad((101 + n % 5)::text, 5, '0'), current_date, current_date + 14 + (n % 20)::int,
           (array['USD', 'EUR', 'EUR', 'USD', 'USD'])[1 + n % 5], 'Buyer ' || n % 12, 'Added in bulk, number ' || n
    from (select coalesce(max(substring(order_no from '^PO-(\d{1,15})$')::bigint), 10000) as top
          from purchase_orders) last,
         lateral generate_series(last.top + 1, last.top + ?::bigint) n
    returning order_no, vendor_no, expected_on, substring(order_no from 4)::bigint as n
), assortment as (
    select vendor_no, array_agg(product_no order by product_no) as numbers from products group by vendor_no
), lines as (
    insert into purchase_order_lines (order_no, line_no, product_no, description, vendor_item_no, ordered, unit,
                                      unit_cost, expected_on, special_order)
    select orders.order_no, line, product.product_no, product.name,
           case when (n + line) % 9 > 0 then product.vendor_item_no end, 1 + (n * 7 + line * 3) % 40, product.unit,
           product.unit_cost, orders.expected_on, case when (n + line) % 11 = 0 then 'J-' || 1001 + n % 60 end
    from orders
         join assortment using (vendor_no)
         cross join lateral generate_series(1, 8 + (n / 5 % 5)::int) line
         join products product on product.product_no = numbers[1 + (n / 5 + line) % cardinality(numbers)]
)
select 1
