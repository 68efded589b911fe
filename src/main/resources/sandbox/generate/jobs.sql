insert into jobs (job_no, name, job_type, status, customer, city, start_date, end_date, contract_amount)
select 'J-' || n, 'Warehouse ' || n, 'BUILDING', 'ACTIVE', 'Customer ' || n % 40, 'Leipzig', current_date,
       current_date + 365, 100000 + n
from (select coalesce(max(substring(job_no from '^J-(\d{1,15})$')::bigint), 1000) as top from jobs) last,
     lateral generate_series(last.top + 1, last.top + ?::bigint) n
