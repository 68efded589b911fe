insert into standard_cost_codes (cost_code, name, division, unit, cost_type, changed_at)
select 'G' || n, 'Cost code ' || n, 'Generated', 'pcs', 'MAT', clock_timestamp()
from (select coalesce(max(substring(cost_code from '^G(\d{1,15})$')::bigint), 0) as top from standard_cost_codes) last,
     lateral generate_series(last.top + 1, last.top + ?::bigint) n
