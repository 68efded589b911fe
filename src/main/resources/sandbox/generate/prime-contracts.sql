with contract as (
    insert into prime_contracts (contract_no, job_no, title, customer, contract_date, status, amount,
                                 retention_percent, approved)
    select 'PC-' || lpad(n::text, greatest(4, length(n::text)), '0'), job.numbers[1 + n % cardinality(job.numbers)], 'Contract ' || n,
           'Customer ' || n % 40, current_date, 'OPEN', 3000, 5, true
    from (select array_agg(job_no) as numbers from jobs where end_date >= start_date and length(name) <= 150) job,
         (select coalesce(max(substring(contract_no from '^PC-(\d{1,15})$')::bigint), 0) as top
          from prime_contracts) last,
         lateral generate_series(last.top + 1, last.top + ?::bigint) n
    returning contract_no
), lines as (
    insert into prime_contract_lines (contract_no, line_no, description, quantity, unit, unit_price, amount)
    select contract_no, line, 'Item ' || line, line, 'pcs', 500, line * 500 from contract, generate_series(1, 3) line
)
select 1
