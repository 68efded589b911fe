insert into job_costs (cost_id, job_no, cost_code, cost_type, posting_date, document_no, description, vendor_no,
                       quantity, unit, amount, currency, changed_at)
select n, job.numbers[1 + n % cardinality(job.numbers)], code.numbers[1 + n % cardinality(code.numbers)], 'MAT',
       current_date - (n % 30)::int, 'INV-' || n, 'Delivery ' || n, 'V-' || lpad((1 + n % 400)::text, 5, '0'),
       1 + n % 40, 'pcs', round((1 + n % 40) * 17.35, 2), 'EUR', clock_timestamp()
from (select array_agg(job_no) as numbers from jobs where end_date >= start_date and length(name) <= 150) job,
     (select array_agg(cost_code) as numbers from standard_cost_codes) code,
     (select coalesce(max(cost_id), 0) as top from job_costs) last,
     lateral generate_series(last.top + 1, last.top + ?::bigint) n
