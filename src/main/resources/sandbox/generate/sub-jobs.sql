insert into sub_jobs (job_no, sub_job_no, name, status, start_date, budget)
select job.numbers[1 + n % cardinality(job.numbers)], 'G' || n, 'Section ' || n, 'ACTIVE', current_date, 1000 + n
from (select array_agg(job_no) as numbers from jobs where end_date >= start_date and length(name) <= 150) job,
     (select coalesce(max(substring(sub_job_no from '^G(\d{1,15})$')::bigint), 0) as top from sub_jobs) last,
     lateral generate_series(last.top + 1, last.top + ?::bigint) n
