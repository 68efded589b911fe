insert into cost_types (cost_type, name, category, changed_at)
select 'T' || n, 'Cost type ' || n, 'DIRECT', clock_timestamp()
from (select coalesce(max(substring(cost_type from '^T(\d{1,15})$')::bigint), 0) as top from cost_types) last,
     lateral generate_series(last.top + 1, last.top + ?::bigint) n
