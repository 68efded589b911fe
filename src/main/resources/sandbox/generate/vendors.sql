insert into vendors (vendor_no, name, email, phone, tax_id, street, city, postal_code, country, currency, payment_terms,
                     credit_limit, notes, changed_at)
select 'V-' || lpad(n::text, greatest(5, length(n::text)), '0'),
       (array['Acorn', 'Baltic', 'Cobalt', 'Dorn', 'Élan', 'Falk', 'Görlitz', 'Harbor', 'Iris', 'Jørgen'])[1 + n % 10]
           || ' ' || (array['Concrete', 'Steel', 'Timber', 'Electric', 'Glass', 'Paving', 'Roofing'])[1 + n % 7] || ' ' || n,
       'office' || n || '@vendor' || n % 997 || '.example.com',
       '+49 30 ' || 100000 + n,
       'DE' || lpad((n * 7919 % 1000000000)::text, 9, '0'),
       n % 250 || ' Harbor Street',
       (array['Berlin', 'Hamburg', 'Leipzig', 'Rostock', 'Ulm'])[1 + n % 5],
       lpad((n % 99999)::text, 5, '0'),
       'DE', 'EUR', 'NET30', n % 500 * 1000, 'Added in bulk, number ' || n, clock_timestamp()
from (select coalesce(max(substring(vendor_no from '^V-(\d{1,15})$')::bigint), 0) as top from vendors) last,
     lateral generate_series(last.top + 1, last.top + ?::bigint) n
