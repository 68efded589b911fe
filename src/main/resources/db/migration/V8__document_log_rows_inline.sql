-- A row of the document log fits a page of the table, and stays in it: nothing is moved out or compressed below that.
create or replace function sync_document_log_partitions() returns void language plpgsql as $$
declare
    month date;
begin
    for n in 0..2 loop
        month := date_trunc('month', now() + make_interval(months => n))::date;
        begin
            execute format('create table if not exists sync_document_log_%s partition of sync_document_log '
                || 'for values from (%L) to (%L) with (toast_tuple_target = 8160)',
                to_char(month, 'YYYYMM'), month, (month + interval '1 month')::date);
        exception when check_violation then
            null; -- rows of that month are in the rest partition already and stay there
        end;
    end loop;
end $$;

do $$
declare
    part regclass;
begin
    for part in select inhrelid::regclass from pg_inherits where inhparent = 'sync_document_log'::regclass loop
        execute format('alter table %s set (toast_tuple_target = 8160)', part);
    end loop;
end $$;
