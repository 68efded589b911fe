SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE FUNCTION public.sync_document_log_drop(before timestamp with time zone) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
    month text;
begin
    select c.oid::regclass::text into month
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    cross join lateral substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \(''([^'']+)''\)') upto
    where i.inhparent = 'sync_document_log'::regclass and upto::timestamptz <= before
    order by upto::timestamptz
    limit 1;
    if month is not null then
        perform set_config('lock_timeout', '3s', true);
        execute 'drop table ' || month;
    end if;
    return month;
end $$;
CREATE FUNCTION public.sync_document_log_partitions() RETURNS void
    LANGUAGE plpgsql
    AS $$
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
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
CREATE TABLE public.purchase_intent (
    route integer NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    before json,
    seen json,
    content json NOT NULL,
    run_id bigint NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.purchase_order (
    vendor text NOT NULL COLLATE pg_catalog."C",
    number text NOT NULL COLLATE pg_catalog."C",
    auto_sync boolean,
    is_open boolean DEFAULT true NOT NULL,
    supplier_no text COLLATE pg_catalog."C",
    erp json,
    synced json,
    last_synced_at timestamp with time zone,
    supplier_notified_at timestamp with time zone,
    is_stale boolean GENERATED ALWAYS AS (((supplier_notified_at IS NOT NULL) AND ((last_synced_at IS NULL) OR (last_synced_at < supplier_notified_at)))) STORED
);
CREATE TABLE public.purchase_vendor (
    vendor text NOT NULL COLLATE pg_catalog."C",
    name text,
    auto_sync boolean DEFAULT false NOT NULL
);
CREATE TABLE public.qrtz_blob_triggers (
    sched_name character varying(120) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    blob_data bytea
);
CREATE TABLE public.qrtz_calendars (
    sched_name character varying(120) NOT NULL,
    calendar_name character varying(200) NOT NULL,
    calendar bytea NOT NULL
);
CREATE TABLE public.qrtz_cron_triggers (
    sched_name character varying(120) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    cron_expression character varying(120) NOT NULL,
    time_zone_id character varying(80)
);
CREATE TABLE public.qrtz_fired_triggers (
    sched_name character varying(120) NOT NULL,
    entry_id character varying(95) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    instance_name character varying(200) NOT NULL,
    fired_time bigint NOT NULL,
    sched_time bigint NOT NULL,
    priority integer NOT NULL,
    state character varying(16) NOT NULL,
    job_name character varying(200),
    job_group character varying(200),
    is_nonconcurrent boolean,
    requests_recovery boolean
);
CREATE TABLE public.qrtz_job_details (
    sched_name character varying(120) NOT NULL,
    job_name character varying(200) NOT NULL,
    job_group character varying(200) NOT NULL,
    description character varying(250),
    job_class_name character varying(250) NOT NULL,
    is_durable boolean NOT NULL,
    is_nonconcurrent boolean NOT NULL,
    is_update_data boolean NOT NULL,
    requests_recovery boolean NOT NULL,
    job_data bytea
);
CREATE TABLE public.qrtz_locks (
    sched_name character varying(120) NOT NULL,
    lock_name character varying(40) NOT NULL
);
CREATE TABLE public.qrtz_paused_trigger_grps (
    sched_name character varying(120) NOT NULL,
    trigger_group character varying(200) NOT NULL
);
CREATE TABLE public.qrtz_scheduler_state (
    sched_name character varying(120) NOT NULL,
    instance_name character varying(200) NOT NULL,
    last_checkin_time bigint NOT NULL,
    checkin_interval bigint NOT NULL
);
CREATE TABLE public.qrtz_simple_triggers (
    sched_name character varying(120) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    repeat_count bigint NOT NULL,
    repeat_interval bigint NOT NULL,
    times_triggered bigint NOT NULL
);
CREATE TABLE public.qrtz_simprop_triggers (
    sched_name character varying(120) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    str_prop_1 character varying(512),
    str_prop_2 character varying(512),
    str_prop_3 character varying(512),
    int_prop_1 integer,
    int_prop_2 integer,
    long_prop_1 bigint,
    long_prop_2 bigint,
    dec_prop_1 numeric(13,4),
    dec_prop_2 numeric(13,4),
    bool_prop_1 boolean,
    bool_prop_2 boolean
);
CREATE TABLE public.qrtz_triggers (
    sched_name character varying(120) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    job_name character varying(200) NOT NULL,
    job_group character varying(200) NOT NULL,
    description character varying(250),
    next_fire_time bigint,
    prev_fire_time bigint,
    priority integer,
    trigger_state character varying(16) NOT NULL,
    trigger_type character varying(8) NOT NULL,
    start_time bigint NOT NULL,
    end_time bigint,
    calendar_name character varying(200),
    misfire_instr smallint,
    job_data bytea
);
CREATE TABLE public.supplier_document (
    id bigint NOT NULL,
    supplier text NOT NULL,
    digest bytea NOT NULL,
    document text COLLATE pg_catalog."C",
    type text,
    received_at timestamp with time zone NOT NULL,
    content bytea NOT NULL,
    warnings text[] DEFAULT '{}'::text[] NOT NULL,
    answer bytea,
    answer_type text,
    answer_tries integer DEFAULT 0 NOT NULL,
    answer_refusals integer DEFAULT 0 NOT NULL,
    answer_refused_at timestamp with time zone,
    answer_given_up_at timestamp with time zone
);
ALTER TABLE public.supplier_document ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.supplier_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.supplier_notification (
    supplier text NOT NULL,
    digest bytea NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.supplier_order (
    supplier text NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    supplier_no text COLLATE pg_catalog."C",
    changed_at timestamp with time zone NOT NULL,
    state json,
    fault text,
    document bigint
);
CREATE TABLE public.supplier_poll (
    supplier text NOT NULL,
    since timestamp with time zone NOT NULL
);
CREATE TABLE public.supplier_update (
    supplier text NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    digest uuid NOT NULL,
    document bigint NOT NULL,
    part integer NOT NULL,
    said json NOT NULL
);
CREATE TABLE public.supplier_wanted (
    supplier text NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.sync_audit (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    who text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    detail text
);
ALTER TABLE public.sync_audit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sync_audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sync_difference (
    reconciliation bigint NOT NULL,
    kind text NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    title text,
    fields text NOT NULL,
    status text,
    reason text,
    repaired boolean,
    outcome text
);
CREATE TABLE public.sync_document_log (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    run_id bigint NOT NULL,
    route integer NOT NULL,
    dry_run boolean NOT NULL,
    keys text[] NOT NULL,
    titles text[] NOT NULL,
    actions smallint[] NOT NULL,
    changed text[] NOT NULL,
    previous bigint[] NOT NULL,
    lengths integer[] NOT NULL,
    contents bytea NOT NULL,
    statuses smallint[],
    reasons text[]
)
PARTITION BY RANGE (at);
CREATE TABLE public.sync_document_log_202611 (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    run_id bigint NOT NULL,
    route integer NOT NULL,
    dry_run boolean NOT NULL,
    keys text[] NOT NULL,
    titles text[] NOT NULL,
    actions smallint[] NOT NULL,
    changed text[] NOT NULL,
    previous bigint[] NOT NULL,
    lengths integer[] NOT NULL,
    contents bytea NOT NULL,
    statuses smallint[],
    reasons text[]
)
WITH (toast_tuple_target='8160');
CREATE TABLE public.sync_document_log_202612 (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    run_id bigint NOT NULL,
    route integer NOT NULL,
    dry_run boolean NOT NULL,
    keys text[] NOT NULL,
    titles text[] NOT NULL,
    actions smallint[] NOT NULL,
    changed text[] NOT NULL,
    previous bigint[] NOT NULL,
    lengths integer[] NOT NULL,
    contents bytea NOT NULL,
    statuses smallint[],
    reasons text[]
)
WITH (toast_tuple_target='8160');
CREATE TABLE public.sync_document_log_202701 (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    run_id bigint NOT NULL,
    route integer NOT NULL,
    dry_run boolean NOT NULL,
    keys text[] NOT NULL,
    titles text[] NOT NULL,
    actions smallint[] NOT NULL,
    changed text[] NOT NULL,
    previous bigint[] NOT NULL,
    lengths integer[] NOT NULL,
    contents bytea NOT NULL,
    statuses smallint[],
    reasons text[]
)
WITH (toast_tuple_target='8160');
CREATE SEQUENCE public.sync_document_log_id
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.sync_document_log_rest (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    run_id bigint NOT NULL,
    route integer NOT NULL,
    dry_run boolean NOT NULL,
    keys text[] NOT NULL,
    titles text[] NOT NULL,
    actions smallint[] NOT NULL,
    changed text[] NOT NULL,
    previous bigint[] NOT NULL,
    lengths integer[] NOT NULL,
    contents bytea NOT NULL,
    statuses smallint[],
    reasons text[]
)
WITH (toast_tuple_target='8160');
CREATE TABLE public.sync_edit (
    id bigint NOT NULL,
    run_id bigint NOT NULL,
    route integer NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    payload text NOT NULL,
    edited_by text NOT NULL,
    edited_at timestamp with time zone NOT NULL,
    log_id bigint
);
ALTER TABLE public.sync_edit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sync_edit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sync_horizon (
    system text NOT NULL,
    at timestamp with time zone NOT NULL,
    open text[] NOT NULL
);
CREATE TABLE public.sync_intent (
    route integer NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    idempotency_key text NOT NULL,
    run_id bigint NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.sync_notice (
    id bigint NOT NULL,
    kind text NOT NULL,
    route text,
    key text COLLATE pg_catalog."C",
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    count integer DEFAULT 1 NOT NULL,
    resolved_at timestamp with time zone,
    resolved_by text
);
ALTER TABLE public.sync_notice ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sync_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sync_parked (
    route integer NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    changed_at bigint NOT NULL,
    ready boolean NOT NULL,
    deep boolean NOT NULL,
    parent_route integer,
    parent_key text COLLATE pg_catalog."C",
    rule bigint
);
CREATE TABLE public.sync_payload (
    route integer NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    payload text NOT NULL
);
CREATE TABLE public.sync_reconciliation (
    id bigint NOT NULL,
    route text NOT NULL,
    status text NOT NULL,
    queued boolean DEFAULT true NOT NULL,
    requested_by text NOT NULL,
    range_name text NOT NULL,
    range_from timestamp with time zone,
    range_to timestamp with time zone,
    depth text NOT NULL,
    repair boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    expected bigint,
    done bigint DEFAULT 0 NOT NULL,
    compared bigint DEFAULT 0 NOT NULL,
    equal bigint DEFAULT 0 NOT NULL,
    missing bigint DEFAULT 0 NOT NULL,
    extra bigint DEFAULT 0 NOT NULL,
    different bigint DEFAULT 0 NOT NULL,
    unkeyed bigint DEFAULT 0 NOT NULL,
    repaired bigint DEFAULT 0 NOT NULL,
    phase text NOT NULL,
    checkpoint text,
    repair_run bigint,
    resumed integer DEFAULT 0 NOT NULL,
    reason text,
    cancelled_by text,
    owner text,
    lease_until timestamp with time zone,
    fence integer DEFAULT 0 NOT NULL,
    waiting_until timestamp with time zone
);
ALTER TABLE public.sync_reconciliation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sync_reconciliation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sync_record (
    changed_at bigint,
    attempted_at bigint NOT NULL,
    synced_at bigint,
    run_id bigint NOT NULL,
    log_id bigint,
    content_hash uuid,
    child_hash uuid,
    attempted_hash uuid,
    route integer NOT NULL,
    status smallint NOT NULL,
    action smallint NOT NULL,
    attempts smallint NOT NULL,
    transient boolean NOT NULL,
    keyless boolean NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    title text,
    target_ref text,
    field_hashes bytea,
    reason text,
    former smallint
)
WITH (fillfactor='45', autovacuum_vacuum_scale_factor='0.05');
CREATE TABLE public.sync_replica (
    instance text NOT NULL,
    routes text[] NOT NULL,
    registered_at timestamp with time zone NOT NULL
);
CREATE TABLE public.sync_route (
    id integer NOT NULL,
    name text NOT NULL,
    watermark bigint,
    watermark_unit text,
    success bigint DEFAULT 0 NOT NULL,
    failed bigint DEFAULT 0 NOT NULL,
    blocked bigint DEFAULT 0 NOT NULL,
    on_hold bigint DEFAULT 0 NOT NULL,
    in_progress bigint DEFAULT 0 NOT NULL,
    last_success timestamp with time zone,
    CONSTRAINT sync_route_watermark_unit_check CHECK ((watermark_unit = ANY (ARRAY['TIME'::text, 'NUMBER'::text])))
);
ALTER TABLE public.sync_route ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sync_route_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sync_rule (
    id bigint NOT NULL,
    route text NOT NULL,
    field text,
    operator text,
    value text[] NOT NULL,
    reason text,
    effect text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by text NOT NULL,
    CONSTRAINT sync_rule_effect_check CHECK ((effect = ANY (ARRAY['BLOCK'::text, 'HOLD'::text])))
);
ALTER TABLE public.sync_rule ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sync_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sync_run (
    id bigint NOT NULL,
    route text NOT NULL,
    status text NOT NULL,
    queued boolean DEFAULT true NOT NULL,
    trigger text NOT NULL,
    requested_by text NOT NULL,
    range_name text NOT NULL,
    range_from timestamp with time zone,
    range_to timestamp with time zone,
    depth text NOT NULL,
    dry_run boolean DEFAULT false NOT NULL,
    keys text[],
    after_run bigint,
    created_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    expected bigint,
    read bigint DEFAULT 0 NOT NULL,
    created bigint DEFAULT 0 NOT NULL,
    updated bigint DEFAULT 0 NOT NULL,
    unchanged bigint DEFAULT 0 NOT NULL,
    deleted bigint DEFAULT 0 NOT NULL,
    failed bigint DEFAULT 0 NOT NULL,
    blocked bigint DEFAULT 0 NOT NULL,
    on_hold bigint DEFAULT 0 NOT NULL,
    phase text DEFAULT 'RANGE'::text NOT NULL,
    checkpoint text,
    source_now timestamp with time zone,
    highest bigint,
    unit text,
    waiting_until timestamp with time zone,
    resumed integer DEFAULT 0 NOT NULL,
    reason text,
    cancelled_by text,
    owner text,
    lease_until timestamp with time zone,
    fence integer DEFAULT 0 NOT NULL,
    due_at timestamp with time zone,
    repairs bigint,
    horizon timestamp with time zone,
    progressed_at timestamp with time zone,
    next_trigger text,
    next_by text
);
ALTER TABLE public.sync_run ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sync_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sync_shape (
    route text NOT NULL,
    depth text NOT NULL,
    definition text NOT NULL,
    fields text[] NOT NULL,
    types text[] NOT NULL,
    seen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.sync_system (
    name text NOT NULL,
    next_call timestamp with time zone,
    not_before timestamp with time zone
)
WITH (fillfactor='50');
ALTER TABLE ONLY public.sync_document_log ATTACH PARTITION public.sync_document_log_202611 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');
ALTER TABLE ONLY public.sync_document_log ATTACH PARTITION public.sync_document_log_202612 FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');
ALTER TABLE ONLY public.sync_document_log ATTACH PARTITION public.sync_document_log_202701 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00');
ALTER TABLE ONLY public.sync_document_log ATTACH PARTITION public.sync_document_log_rest DEFAULT;
INSERT INTO public.flyway_schema_history VALUES
	(1, '1', 'status tables', 'SQL', 'db/migration/V1__status_tables.sql', -283176794, 'postgres', '2026-11-30 15:58:23.874812', 212, true),
	(2, '2', 'quartz', 'SQL', 'db/migration/V2__quartz.sql', -2003125339, 'postgres', '2026-11-30 15:58:24.308828', 211, true),
	(3, '3', 'systems', 'SQL', 'db/migration/V3__systems.sql', -174228431, 'postgres', '2026-11-30 15:58:24.601692', 26, true),
	(4, '4', 'rules retries parked records', 'SQL', 'db/migration/V4__rules_retries_parked_records.sql', 2137954668, 'postgres', '2026-11-30 15:58:24.669901', 48, true),
	(5, '5', 'replicas and intents', 'SQL', 'db/migration/V5__replicas_and_intents.sql', -502873863, 'postgres', '2026-11-30 15:58:24.75034', 41, true),
	(6, '6', 'reconciliations', 'SQL', 'db/migration/V6__reconciliations.sql', 1786301609, 'postgres', '2026-11-30 15:58:24.824617', 67, true),
	(7, '7', 'sources', 'SQL', 'db/migration/V7__sources.sql', 1159630094, 'postgres', '2026-11-30 15:58:24.921933', 36, true),
	(8, '8', 'document log rows inline', 'SQL', 'db/migration/V8__document_log_rows_inline.sql', -1967101564, 'postgres', '2026-11-30 15:58:24.995811', 8, true),
	(9, '9', 'notices', 'SQL', 'db/migration/V9__notices.sql', 1588399178, 'postgres', '2026-11-30 15:58:25.021615', 25, true),
	(10, '9.1', 'watch and retention', 'SQL', 'db/migration/V9_1__watch_and_retention.sql', 972599324, 'postgres', '2026-11-30 15:58:25.079579', 16, true),
	(11, '11', 'dry runs tell what is kept back', 'SQL', 'db/migration/V11__dry_runs_tell_what_is_kept_back.sql', 1024538672, 'postgres', '2026-11-30 15:58:25.110898', 6, true),
	(12, '11.1', 'old edits', 'SQL', 'db/migration/V11_1__old_edits.sql', -1449226147, 'postgres', '2026-11-30 15:58:25.131897', 13, true),
	(13, '11.2', 'reconciliations that wait', 'SQL', 'db/migration/V11_2__reconciliations_that_wait.sql', 233276226, 'postgres', '2026-11-30 15:58:25.151691', 3, true),
	(14, '12', 'suppliers and purchase orders', 'SQL', 'db/migration/V12__suppliers_and_purchase_orders.sql', -141784118, 'postgres', '2026-11-30 15:58:25.169965', 163, true),
	(15, '12.1', 'notices by record', 'SQL', 'db/migration/V12_1__notices_by_record.sql', -340237142, 'postgres', '2026-11-30 15:58:25.358877', 17, true),
	(16, '12.2', 'when orders were wanted', 'SQL', 'db/migration/V12_2__when_orders_were_wanted.sql', -1375179309, 'postgres', '2026-11-30 15:58:25.415743', 6, true),
	(17, '13.1', 'acknowledgements that wait', 'SQL', 'db/migration/V13_1__acknowledgements_that_wait.sql', -1375656093, 'postgres', '2026-11-30 15:58:25.435434', 8, true),
	(18, '13.2', 'purchase orders about to be written', 'SQL', 'db/migration/V13_2__purchase_orders_about_to_be_written.sql', -601352361, 'postgres', '2026-11-30 15:58:25.458686', 26, true),
	(19, '13.3', 'acknowledgements that are given up', 'SQL', 'db/migration/V13_3__acknowledgements_that_are_given_up.sql', 85177706, 'postgres', '2026-11-30 15:58:25.508138', 10, true),
	(20, '14', 'notices of many records', 'SQL', 'db/migration/V14__notices_of_many_records.sql', 2050370000, 'postgres', '2026-11-30 15:58:25.53302', 12, true),
	(21, '14.1', 'runs that follow', 'SQL', 'db/migration/V14_1__runs_that_follow.sql', 1945680523, 'postgres', '2026-11-30 15:58:25.555336', 10, true);
INSERT INTO public.purchase_intent VALUES
	(8, 'PO-10004', '{"number":"PO-10004","vendor":"V-00105","status":"OPEN","supplierOrderNo":null,"supplierStatus":null,"expectedOn":null,"tracking":null,"currency":null,"isIncomplete":false,"isHidden":false,"version":1,"lines":[{"line":1,"item":"P-1","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":2,"item":"P-2","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":3,"item":"P-3","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":4,"item":"P-4","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":5,"item":"P-5","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":6,"item":"P-6","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":7,"item":"P-7","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":8,"item":"P-8","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":9,"item":"P-9","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":10,"item":"P-10","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false}]}', NULL, '{"number":"PO-10004","vendor":"V-00105","supplierOrderNo":"S-PO-10004","status":"CONFIRMED","supplierStatus":"BACK_ORDERED","expectedOn":null,"tracking":null,"currency":null,"isIncomplete":false,"isHidden":false,"missingItems":[],"warnings":[],"products":[],"lines":[{"line":1,"item":"P-1","description":null,"supplierItem":null,"ordered":20,"confirmed":3,"shipped":0,"backOrdered":17,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":2,"item":"P-2","description":null,"supplierItem":null,"ordered":20,"confirmed":6,"shipped":0,"backOrdered":14,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":3,"item":"P-3","description":null,"supplierItem":null,"ordered":20,"confirmed":9,"shipped":0,"backOrdered":11,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":4,"item":"P-4","description":null,"supplierItem":null,"ordered":20,"confirmed":12,"shipped":0,"backOrdered":8,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":5,"item":"P-5","description":null,"supplierItem":null,"ordered":20,"confirmed":15,"shipped":0,"backOrdered":5,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":6,"item":"P-6","description":null,"supplierItem":null,"ordered":20,"confirmed":18,"shipped":0,"backOrdered":2,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":7,"item":"P-7","description":null,"supplierItem":null,"ordered":20,"confirmed":2,"shipped":0,"backOrdered":18,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":8,"item":"P-8","description":null,"supplierItem":null,"ordered":20,"confirmed":5,"shipped":0,"backOrdered":15,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":9,"item":"P-9","description":null,"supplierItem":null,"ordered":20,"confirmed":8,"shipped":0,"backOrdered":12,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":10,"item":"P-10","description":null,"supplierItem":null,"ordered":20,"confirmed":11,"shipped":0,"backOrdered":9,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false}]}', 17, '2026-11-30 15:58:46.55973+00'),
	(8, 'PO-10009', '{"number":"PO-10009","vendor":"V-00105","status":"OPEN","supplierOrderNo":null,"supplierStatus":null,"expectedOn":null,"tracking":null,"currency":null,"isIncomplete":false,"isHidden":false,"version":1,"lines":[{"line":1,"item":"P-1","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":2,"item":"P-2","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":3,"item":"P-3","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":4,"item":"P-4","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":5,"item":"P-5","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":6,"item":"P-6","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":7,"item":"P-7","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":8,"item":"P-8","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":9,"item":"P-9","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false},{"line":10,"item":"P-10","description":null,"supplierItem":null,"gtin":null,"ordered":20,"confirmed":0,"shipped":0,"backOrdered":0,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":null,"isHidden":false}]}', NULL, '{"number":"PO-10009","vendor":"V-00105","supplierOrderNo":"S-PO-10009","status":"CONFIRMED","supplierStatus":"BACK_ORDERED","expectedOn":null,"tracking":null,"currency":null,"isIncomplete":false,"isHidden":false,"missingItems":[],"warnings":[],"products":[],"lines":[{"line":1,"item":"P-1","description":null,"supplierItem":null,"ordered":20,"confirmed":8,"shipped":0,"backOrdered":12,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":2,"item":"P-2","description":null,"supplierItem":null,"ordered":20,"confirmed":11,"shipped":0,"backOrdered":9,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":3,"item":"P-3","description":null,"supplierItem":null,"ordered":20,"confirmed":14,"shipped":0,"backOrdered":6,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":4,"item":"P-4","description":null,"supplierItem":null,"ordered":20,"confirmed":17,"shipped":0,"backOrdered":3,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":5,"item":"P-5","description":null,"supplierItem":null,"ordered":20,"confirmed":1,"shipped":0,"backOrdered":19,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":6,"item":"P-6","description":null,"supplierItem":null,"ordered":20,"confirmed":4,"shipped":0,"backOrdered":16,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":7,"item":"P-7","description":null,"supplierItem":null,"ordered":20,"confirmed":7,"shipped":0,"backOrdered":13,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":8,"item":"P-8","description":null,"supplierItem":null,"ordered":20,"confirmed":10,"shipped":0,"backOrdered":10,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":9,"item":"P-9","description":null,"supplierItem":null,"ordered":20,"confirmed":13,"shipped":0,"backOrdered":7,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":10,"item":"P-10","description":null,"supplierItem":null,"ordered":20,"confirmed":16,"shipped":0,"backOrdered":4,"cancelled":0,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false}]}', 17, '2026-11-30 15:58:46.55973+00');
INSERT INTO public.purchase_order VALUES
	('V-00101', 'PO-10000', NULL, true, 'S-PO-10000', NULL, '{"number":"PO-10000","vendor":"V-00101","supplierOrderNo":"S-PO-10000","status":"CONFIRMED","supplierStatus":"CHANGED","expectedOn":null,"tracking":null,"currency":null,"isIncomplete":false,"isHidden":false,"missingItems":[],"warnings":[],"products":[],"lines":[{"line":1,"item":"P-1","description":null,"supplierItem":null,"ordered":20,"confirmed":18,"shipped":0,"backOrdered":2,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":2,"item":"P-2","description":null,"supplierItem":null,"ordered":20,"confirmed":2,"shipped":0,"backOrdered":18,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":3,"item":"P-3","description":null,"supplierItem":null,"ordered":20,"confirmed":5,"shipped":0,"backOrdered":15,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":4,"item":"P-4","description":null,"supplierItem":null,"ordered":20,"confirmed":8,"shipped":0,"backOrdered":12,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":5,"item":"P-5","description":null,"supplierItem":null,"ordered":20,"confirmed":11,"shipped":0,"backOrdered":9,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":6,"item":"P-6","description":null,"supplierItem":null,"ordered":20,"confirmed":14,"shipped":0,"backOrdered":6,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":7,"item":"P-7","description":null,"supplierItem":null,"ordered":20,"confirmed":17,"shipped":0,"backOrdered":3,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":8,"item":"P-8","description":null,"supplierItem":null,"ordered":20,"confirmed":1,"shipped":0,"backOrdered":19,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":9,"item":"P-9","description":null,"supplierItem":null,"ordered":20,"confirmed":4,"shipped":0,"backOrdered":16,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":10,"item":"P-10","description":null,"supplierItem":null,"ordered":20,"confirmed":7,"shipped":0,"backOrdered":13,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false}]}', '2026-11-30 15:58:42.53158+00', NULL, DEFAULT),
	('V-00101', 'PO-10005', NULL, true, 'S-PO-10005', NULL, '{"number":"PO-10005","vendor":"V-00101","supplierOrderNo":"S-PO-10005","status":"CONFIRMED","supplierStatus":"CHANGED","expectedOn":null,"tracking":null,"currency":null,"isIncomplete":false,"isHidden":false,"missingItems":[],"warnings":[],"products":[],"lines":[{"line":1,"item":"P-1","description":null,"supplierItem":null,"ordered":20,"confirmed":4,"shipped":0,"backOrdered":16,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":2,"item":"P-2","description":null,"supplierItem":null,"ordered":20,"confirmed":7,"shipped":0,"backOrdered":13,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":3,"item":"P-3","description":null,"supplierItem":null,"ordered":20,"confirmed":10,"shipped":0,"backOrdered":10,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":4,"item":"P-4","description":null,"supplierItem":null,"ordered":20,"confirmed":13,"shipped":0,"backOrdered":7,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":5,"item":"P-5","description":null,"supplierItem":null,"ordered":20,"confirmed":16,"shipped":0,"backOrdered":4,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":6,"item":"P-6","description":null,"supplierItem":null,"ordered":20,"confirmed":19,"shipped":0,"backOrdered":1,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":7,"item":"P-7","description":null,"supplierItem":null,"ordered":20,"confirmed":3,"shipped":0,"backOrdered":17,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":8,"item":"P-8","description":null,"supplierItem":null,"ordered":20,"confirmed":6,"shipped":0,"backOrdered":14,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":9,"item":"P-9","description":null,"supplierItem":null,"ordered":20,"confirmed":9,"shipped":0,"backOrdered":11,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false},{"line":10,"item":"P-10","description":null,"supplierItem":null,"ordered":20,"confirmed":12,"shipped":0,"backOrdered":8,"cancelled":0,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":null,"status":"CONFIRMED","isHidden":false}]}', '2026-11-30 15:58:42.531721+00', NULL, DEFAULT);
INSERT INTO public.purchase_vendor VALUES
	('V-00101', NULL, true),
	('V-00105', NULL, true);
INSERT INTO public.qrtz_cron_triggers VALUES
	('syncline', 'retention', 'io.quarkus.scheduler.Scheduler', '0 23 3 * * ?', 'Etc/UTC'),
	('syncline', 'document-log-partitions', 'io.quarkus.scheduler.Scheduler', '0 7 3 * * ?', 'Etc/UTC'),
	('syncline', 'atlas-orders-to-erp', 'syncline', '0 0 0 1 1 ? 2099', 'UTC'),
	('syncline', 'catalog-products-to-erp', 'syncline', '0 0 0 1 1 ? 2099', 'UTC'),
	('syncline', 'erp-bins-to-vault', 'syncline', '0 0 0 1 1 ? 2099', 'UTC'),
	('syncline', 'erp-boxes-to-vault', 'syncline', '0 0 0 1 1 ? 2099', 'UTC'),
	('syncline', 'erp-items-to-registry', 'syncline', '0 0 0 1 1 ? 2099', 'UTC'),
	('syncline', 'erp-parts-to-relay', 'syncline', '0 0 0 1 1 ? 2099', 'UTC'),
	('syncline', 'erp-sites-to-relay', 'syncline', '0 0 0 1 1 ? 2099', 'UTC'),
	('syncline', 'erp-vendors-to-relay', 'syncline', '0 0 0 1 1 ? 2099', 'UTC'),
	('syncline', 'everest-orders-to-erp', 'syncline', '0 0 0 1 1 ? 2099', 'UTC');
INSERT INTO public.qrtz_fired_triggers VALUES
	('syncline', 'program-11796054308375', 'erp-parts-to-relay-13', 'syncline-runs', 'program-1', 1796054324095, 1796054324065, 5, 'EXECUTING', 'erp-parts-to-relay', 'syncline', true, true),
	('syncline', 'program-11796054308376', 'erp-items-to-registry-14', 'syncline-runs', 'program-1', 1796054325782, 1796054325765, 5, 'EXECUTING', 'erp-items-to-registry', 'syncline', true, true),
	('syncline', 'program-11796054308377', 'erp-vendors-to-relay-15', 'syncline-runs', 'program-1', 1796054326083, 1796054326061, 5, 'EXECUTING', 'erp-vendors-to-relay', 'syncline', true, true),
	('syncline', 'program-11796054308378', 'everest-orders-to-erp-17', 'syncline-runs', 'program-1', 1796054326320, 1796054326297, 5, 'EXECUTING', 'everest-orders-to-erp', 'syncline', true, true),
	('syncline', 'program-11796054308379', '2', 'syncline-reconciliations', 'program-1', 1796054326782, 1796054326756, 5, 'EXECUTING', '2', 'syncline-reconciliations', false, false),
	('syncline', 'program-11796054308380', 'erp-bins-to-vault-18', 'syncline-runs', 'program-1', 1796054327067, 1796054327055, 5, 'EXECUTING', 'erp-bins-to-vault', 'syncline', true, true),
	('syncline', 'program-11796054308381', '3', 'syncline-reconciliations', 'program-1', 1796054327278, 1796054327231, 5, 'EXECUTING', '3', 'syncline-reconciliations', false, false);
INSERT INTO public.qrtz_job_details VALUES
	('syncline', 'retention', 'io.quarkus.scheduler.Scheduler', NULL, 'io.quarkus.quartz.runtime.QuartzSchedulerImpl$InvokerJob', false, false, false, true, '\x230a234d6f6e204e6f762033302031353a35383a32382055544320323032360a696e766f6b65723d6465762e73796e636c696e652e726574656e74696f6e2e526574656e74696f6e5f5363686564756c6564496e766f6b65725f70757267655f363631353638623230313335646632306461303461616334363733353262363665643335326531300a'),
	('syncline', 'document-log-partitions', 'io.quarkus.scheduler.Scheduler', NULL, 'io.quarkus.quartz.runtime.QuartzSchedulerImpl$InvokerJob', false, false, false, true, '\x230a234d6f6e204e6f762033302031353a35383a32382055544320323032360a696e766f6b65723d6465762e73796e636c696e652e7265636f72642e4c6f67506172746974696f6e735f5363686564756c6564496e766f6b65725f6461696c795f363763346666323639326235633265613339346235356131383538326130323165623138646632330a'),
	('syncline', 'atlas-orders-to-erp', 'syncline', NULL, 'org.apache.camel.component.quartz.StatefulCamelJob', true, true, true, true, '\x230a234d6f6e204e6f762033302031353a35383a33322055544320323032360a43616d656c51756172747a5472696767657243726f6e45787072657373696f6e3d302030203020312031203f20323039390a43616d656c51756172747a5472696767657243726f6e54696d655a6f6e653d5554430a43616d656c51756172747a456e64706f696e743d71756172747a5c3a2f2f73796e636c696e652f61746c61732d6f72646572732d746f2d6572703f63726f6e5c3d302b302b302b312b312b2533462b323039392664757261626c654a6f625c3d74727565267265636f76657261626c654a6f625c3d7472756526737461746566756c5c3d7472756526747269676765722e6d697366697265496e737472756374696f6e5c3d3126747269676765722e74696d655a6f6e655c3d5554430a43616d656c51756172747a54726967676572547970653d63726f6e0a43616d656c51756172747a43616d656c436f6e746578744e616d653d73796e636c696e650a'),
	('syncline', 'catalog-products-to-erp', 'syncline', NULL, 'org.apache.camel.component.quartz.StatefulCamelJob', true, true, true, true, '\x230a234d6f6e204e6f762033302031353a35383a33322055544320323032360a43616d656c51756172747a5472696767657243726f6e45787072657373696f6e3d302030203020312031203f20323039390a43616d656c51756172747a5472696767657243726f6e54696d655a6f6e653d5554430a43616d656c51756172747a456e64706f696e743d71756172747a5c3a2f2f73796e636c696e652f636174616c6f672d70726f64756374732d746f2d6572703f63726f6e5c3d302b302b302b312b312b2533462b323039392664757261626c654a6f625c3d74727565267265636f76657261626c654a6f625c3d7472756526737461746566756c5c3d7472756526747269676765722e6d697366697265496e737472756374696f6e5c3d3126747269676765722e74696d655a6f6e655c3d5554430a43616d656c51756172747a54726967676572547970653d63726f6e0a43616d656c51756172747a43616d656c436f6e746578744e616d653d73796e636c696e650a'),
	('syncline', 'erp-bins-to-vault', 'syncline', NULL, 'org.apache.camel.component.quartz.StatefulCamelJob', true, true, true, true, '\x230a234d6f6e204e6f762033302031353a35383a33322055544320323032360a43616d656c51756172747a5472696767657243726f6e45787072657373696f6e3d302030203020312031203f20323039390a43616d656c51756172747a5472696767657243726f6e54696d655a6f6e653d5554430a43616d656c51756172747a456e64706f696e743d71756172747a5c3a2f2f73796e636c696e652f6572702d62696e732d746f2d7661756c743f63726f6e5c3d302b302b302b312b312b2533462b323039392664757261626c654a6f625c3d74727565267265636f76657261626c654a6f625c3d7472756526737461746566756c5c3d7472756526747269676765722e6d697366697265496e737472756374696f6e5c3d3126747269676765722e74696d655a6f6e655c3d5554430a43616d656c51756172747a54726967676572547970653d63726f6e0a43616d656c51756172747a43616d656c436f6e746578744e616d653d73796e636c696e650a'),
	('syncline', 'erp-boxes-to-vault', 'syncline', NULL, 'org.apache.camel.component.quartz.StatefulCamelJob', true, true, true, true, '\x230a234d6f6e204e6f762033302031353a35383a33322055544320323032360a43616d656c51756172747a5472696767657243726f6e45787072657373696f6e3d302030203020312031203f20323039390a43616d656c51756172747a5472696767657243726f6e54696d655a6f6e653d5554430a43616d656c51756172747a456e64706f696e743d71756172747a5c3a2f2f73796e636c696e652f6572702d626f7865732d746f2d7661756c743f63726f6e5c3d302b302b302b312b312b2533462b323039392664757261626c654a6f625c3d74727565267265636f76657261626c654a6f625c3d7472756526737461746566756c5c3d7472756526747269676765722e6d697366697265496e737472756374696f6e5c3d3126747269676765722e74696d655a6f6e655c3d5554430a43616d656c51756172747a54726967676572547970653d63726f6e0a43616d656c51756172747a43616d656c436f6e746578744e616d653d73796e636c696e650a'),
	('syncline', 'erp-items-to-registry', 'syncline', NULL, 'org.apache.camel.component.quartz.StatefulCamelJob', true, true, true, true, '\x230a234d6f6e204e6f762033302031353a35383a33322055544320323032360a43616d656c51756172747a5472696767657243726f6e45787072657373696f6e3d302030203020312031203f20323039390a43616d656c51756172747a5472696767657243726f6e54696d655a6f6e653d5554430a43616d656c51756172747a456e64706f696e743d71756172747a5c3a2f2f73796e636c696e652f6572702d6974656d732d746f2d72656769737472793f63726f6e5c3d302b302b302b312b312b2533462b323039392664757261626c654a6f625c3d74727565267265636f76657261626c654a6f625c3d7472756526737461746566756c5c3d7472756526747269676765722e6d697366697265496e737472756374696f6e5c3d3126747269676765722e74696d655a6f6e655c3d5554430a43616d656c51756172747a54726967676572547970653d63726f6e0a43616d656c51756172747a43616d656c436f6e746578744e616d653d73796e636c696e650a'),
	('syncline', 'erp-parts-to-relay', 'syncline', NULL, 'org.apache.camel.component.quartz.StatefulCamelJob', true, true, true, true, '\x230a234d6f6e204e6f762033302031353a35383a33322055544320323032360a43616d656c51756172747a5472696767657243726f6e45787072657373696f6e3d302030203020312031203f20323039390a43616d656c51756172747a5472696767657243726f6e54696d655a6f6e653d5554430a43616d656c51756172747a456e64706f696e743d71756172747a5c3a2f2f73796e636c696e652f6572702d70617274732d746f2d72656c61793f63726f6e5c3d302b302b302b312b312b2533462b323039392664757261626c654a6f625c3d74727565267265636f76657261626c654a6f625c3d7472756526737461746566756c5c3d7472756526747269676765722e6d697366697265496e737472756374696f6e5c3d3126747269676765722e74696d655a6f6e655c3d5554430a43616d656c51756172747a54726967676572547970653d63726f6e0a43616d656c51756172747a43616d656c436f6e746578744e616d653d73796e636c696e650a'),
	('syncline', 'erp-sites-to-relay', 'syncline', NULL, 'org.apache.camel.component.quartz.StatefulCamelJob', true, true, true, true, '\x230a234d6f6e204e6f762033302031353a35383a33322055544320323032360a43616d656c51756172747a5472696767657243726f6e45787072657373696f6e3d302030203020312031203f20323039390a43616d656c51756172747a5472696767657243726f6e54696d655a6f6e653d5554430a43616d656c51756172747a456e64706f696e743d71756172747a5c3a2f2f73796e636c696e652f6572702d73697465732d746f2d72656c61793f63726f6e5c3d302b302b302b312b312b2533462b323039392664757261626c654a6f625c3d74727565267265636f76657261626c654a6f625c3d7472756526737461746566756c5c3d7472756526747269676765722e6d697366697265496e737472756374696f6e5c3d3126747269676765722e74696d655a6f6e655c3d5554430a43616d656c51756172747a54726967676572547970653d63726f6e0a43616d656c51756172747a43616d656c436f6e746578744e616d653d73796e636c696e650a'),
	('syncline', 'erp-vendors-to-relay', 'syncline', NULL, 'org.apache.camel.component.quartz.StatefulCamelJob', true, true, true, true, '\x230a234d6f6e204e6f762033302031353a35383a33322055544320323032360a43616d656c51756172747a5472696767657243726f6e45787072657373696f6e3d302030203020312031203f20323039390a43616d656c51756172747a5472696767657243726f6e54696d655a6f6e653d5554430a43616d656c51756172747a456e64706f696e743d71756172747a5c3a2f2f73796e636c696e652f6572702d76656e646f72732d746f2d72656c61793f63726f6e5c3d302b302b302b312b312b2533462b323039392664757261626c654a6f625c3d74727565267265636f76657261626c654a6f625c3d7472756526737461746566756c5c3d7472756526747269676765722e6d697366697265496e737472756374696f6e5c3d3126747269676765722e74696d655a6f6e655c3d5554430a43616d656c51756172747a54726967676572547970653d63726f6e0a43616d656c51756172747a43616d656c436f6e746578744e616d653d73796e636c696e650a'),
	('syncline', 'everest-orders-to-erp', 'syncline', NULL, 'org.apache.camel.component.quartz.StatefulCamelJob', true, true, true, true, '\x230a234d6f6e204e6f762033302031353a35383a33322055544320323032360a43616d656c51756172747a5472696767657243726f6e45787072657373696f6e3d302030203020312031203f20323039390a43616d656c51756172747a5472696767657243726f6e54696d655a6f6e653d5554430a43616d656c51756172747a456e64706f696e743d71756172747a5c3a2f2f73796e636c696e652f657665726573742d6f72646572732d746f2d6572703f63726f6e5c3d302b302b302b312b312b2533462b323039392664757261626c654a6f625c3d74727565267265636f76657261626c654a6f625c3d7472756526737461746566756c5c3d7472756526747269676765722e6d697366697265496e737472756374696f6e5c3d3126747269676765722e74696d655a6f6e655c3d5554430a43616d656c51756172747a54726967676572547970653d63726f6e0a43616d656c51756172747a43616d656c436f6e746578744e616d653d73796e636c696e650a'),
	('syncline', '2', 'syncline-reconciliations', NULL, 'dev.syncline.reconcile.ReconcileJob', false, false, false, false, '\x230a234d6f6e204e6f762033302031353a35383a34362055544320323032360a7265636f6e63696c696174696f6e3d320a'),
	('syncline', '3', 'syncline-reconciliations', NULL, 'dev.syncline.reconcile.ReconcileJob', false, false, false, false, '\x230a234d6f6e204e6f762033302031353a35383a34372055544320323032360a7265636f6e63696c696174696f6e3d330a');
INSERT INTO public.qrtz_locks VALUES
	('syncline', 'TRIGGER_ACCESS'),
	('syncline', 'STATE_ACCESS');
INSERT INTO public.qrtz_scheduler_state VALUES
	('syncline', 'program-1', 1796054328728, 1000);
INSERT INTO public.qrtz_simple_triggers VALUES
	('syncline', 'erp-parts-to-relay-13', 'syncline-runs', 0, 0, 1),
	('syncline', 'erp-items-to-registry-14', 'syncline-runs', 0, 0, 1),
	('syncline', 'erp-vendors-to-relay-15', 'syncline-runs', 0, 0, 1),
	('syncline', 'everest-orders-to-erp-17', 'syncline-runs', 0, 0, 1),
	('syncline', '2', 'syncline-reconciliations', 0, 0, 1),
	('syncline', 'erp-bins-to-vault-18', 'syncline-runs', 0, 0, 1),
	('syncline', '3', 'syncline-reconciliations', 0, 0, 1);
INSERT INTO public.qrtz_triggers VALUES
	('syncline', 'retention', 'io.quarkus.scheduler.Scheduler', 'retention', 'io.quarkus.scheduler.Scheduler', NULL, 1796095380000, -1, 5, 'WAITING', 'CRON', 1796054308000, 0, NULL, 0, '\x'),
	('syncline', 'document-log-partitions', 'io.quarkus.scheduler.Scheduler', 'document-log-partitions', 'io.quarkus.scheduler.Scheduler', NULL, 1796094420000, -1, 5, 'WAITING', 'CRON', 1796054308000, 0, NULL, 0, '\x'),
	('syncline', 'catalog-products-to-erp', 'syncline', 'catalog-products-to-erp', 'syncline', NULL, 4070908800000, -1, 5, 'WAITING', 'CRON', 1796054312000, 0, NULL, 1, '\x'),
	('syncline', 'erp-sites-to-relay', 'syncline', 'erp-sites-to-relay', 'syncline', NULL, 4070908800000, -1, 5, 'WAITING', 'CRON', 1796054312000, 0, NULL, 1, '\x'),
	('syncline', 'atlas-orders-to-erp', 'syncline', 'atlas-orders-to-erp', 'syncline', NULL, 4070908800000, -1, 5, 'WAITING', 'CRON', 1796054312000, 0, NULL, 1, '\x'),
	('syncline', 'erp-boxes-to-vault', 'syncline', 'erp-boxes-to-vault', 'syncline', NULL, 4070908800000, -1, 5, 'WAITING', 'CRON', 1796054312000, 0, NULL, 1, '\x'),
	('syncline', 'erp-parts-to-relay', 'syncline', 'erp-parts-to-relay', 'syncline', NULL, 4070908800000, -1, 5, 'BLOCKED', 'CRON', 1796054312000, 0, NULL, 1, '\x'),
	('syncline', 'erp-parts-to-relay-13', 'syncline-runs', 'erp-parts-to-relay', 'syncline', NULL, -1, 1796054324065, 5, 'COMPLETE', 'SIMPLE', 1796054324065, 0, NULL, 0, '\x230a234d6f6e204e6f762033302031353a35383a34342055544320323032360a72756e49643d31330a'),
	('syncline', 'erp-items-to-registry', 'syncline', 'erp-items-to-registry', 'syncline', NULL, 4070908800000, -1, 5, 'BLOCKED', 'CRON', 1796054312000, 0, NULL, 1, '\x'),
	('syncline', 'erp-items-to-registry-14', 'syncline-runs', 'erp-items-to-registry', 'syncline', NULL, -1, 1796054325765, 5, 'COMPLETE', 'SIMPLE', 1796054325765, 0, NULL, 0, '\x230a234d6f6e204e6f762033302031353a35383a34352055544320323032360a72756e49643d31340a'),
	('syncline', 'erp-vendors-to-relay', 'syncline', 'erp-vendors-to-relay', 'syncline', NULL, 4070908800000, -1, 5, 'BLOCKED', 'CRON', 1796054312000, 0, NULL, 1, '\x'),
	('syncline', 'erp-vendors-to-relay-15', 'syncline-runs', 'erp-vendors-to-relay', 'syncline', NULL, -1, 1796054326061, 5, 'COMPLETE', 'SIMPLE', 1796054326061, 0, NULL, 0, '\x230a234d6f6e204e6f762033302031353a35383a34362055544320323032360a72756e49643d31350a'),
	('syncline', 'everest-orders-to-erp', 'syncline', 'everest-orders-to-erp', 'syncline', NULL, 4070908800000, -1, 5, 'BLOCKED', 'CRON', 1796054312000, 0, NULL, 1, '\x'),
	('syncline', 'everest-orders-to-erp-17', 'syncline-runs', 'everest-orders-to-erp', 'syncline', NULL, -1, 1796054326297, 5, 'COMPLETE', 'SIMPLE', 1796054326297, 0, NULL, 0, '\x230a234d6f6e204e6f762033302031353a35383a34362055544320323032360a72756e49643d31370a'),
	('syncline', '2', 'syncline-reconciliations', '2', 'syncline-reconciliations', NULL, -1, 1796054326756, 5, 'COMPLETE', 'SIMPLE', 1796054326756, 0, NULL, 0, '\x'),
	('syncline', 'erp-bins-to-vault', 'syncline', 'erp-bins-to-vault', 'syncline', NULL, 4070908800000, -1, 5, 'BLOCKED', 'CRON', 1796054312000, 0, NULL, 1, '\x'),
	('syncline', 'erp-bins-to-vault-18', 'syncline-runs', 'erp-bins-to-vault', 'syncline', NULL, -1, 1796054327055, 5, 'COMPLETE', 'SIMPLE', 1796054327055, 0, NULL, 0, '\x230a234d6f6e204e6f762033302031353a35383a34372055544320323032360a72756e49643d31380a'),
	('syncline', '3', 'syncline-reconciliations', '3', 'syncline-reconciliations', NULL, -1, 1796054327231, 5, 'COMPLETE', 'SIMPLE', 1796054327231, 0, NULL, 0, '\x');
INSERT INTO public.supplier_document OVERRIDING SYSTEM VALUE VALUES
	(1, 'atlas', '\x1dc2e1706b2672741536a4c4a16621338fc6f6e6fb45f76b5baca7ea04f8a2cb', NULL, NULL, '2026-11-30 15:58:40.754896+00', '\x4953412a74686973206973206e6f20696e7465726368616e67657e', '{}', NULL, NULL, 0, 0, NULL, NULL),
	(2, 'atlas', '\x52bd0763387dfd017e24673a57aee63709614bf282bbca5660db774e6dac127b', '000000001-261122-0542', 'X12 855 004010', '2026-11-30 15:58:41.838812+00', '\x4953412a30302a202020202020202020202a30302a202020202020202020202a5a5a2a41544c4153202020202020202020202a5a5a2a53594e434c494e45202020202020202a3236313132322a303534322a552a30303430312a3030303030303030312a302a502a3e7e47532a50522a41544c41532a53594e434c494e452a32303236313132322a303534322a312a582a3030343031307e53542a3835352a303030317e42414b2a30302a41432a504f2d31303030302a32303236313132322a2a2a2a532d504f2d31303030302a32303236313132327e504f312a312a32302a45412a392e352a50452a42502a502d317e41434b2a49512a31382a45417e41434b2a49422a322a45417e504f312a322a32302a45412a392e352a50452a42502a502d327e41434b2a49512a322a45417e41434b2a49422a31382a45417e504f312a332a32302a45412a392e352a50452a42502a502d337e41434b2a49512a352a45417e41434b2a49422a31352a45417e504f312a342a32302a45412a392e352a50452a42502a502d347e41434b2a49512a382a45417e41434b2a49422a31322a45417e504f312a352a32302a45412a392e352a50452a42502a502d357e41434b2a49512a31312a45417e41434b2a49422a392a45417e504f312a362a32302a45412a392e352a50452a42502a502d367e41434b2a49512a31342a45417e41434b2a49422a362a45417e504f312a372a32302a45412a392e352a50452a42502a502d377e41434b2a49512a31372a45417e41434b2a49422a332a45417e504f312a382a32302a45412a392e352a50452a42502a502d387e41434b2a49512a312a45417e41434b2a49422a31392a45417e504f312a392a32302a45412a392e352a50452a42502a502d397e41434b2a49512a342a45417e41434b2a49422a31362a45417e504f312a31302a32302a45412a392e352a50452a42502a502d31307e41434b2a49512a372a45417e41434b2a49422a31332a45417e4354542a31307e53452a33342a303030317e53542a3835352a303030327e42414b2a30302a41432a504f2d31303030352a32303236313132322a2a2a2a532d504f2d31303030352a32303236313132327e504f312a312a32302a45412a392e352a50452a42502a502d317e41434b2a49512a342a45417e41434b2a49422a31362a45417e504f312a322a32302a45412a392e352a50452a42502a502d327e41434b2a49512a372a45417e41434b2a49422a31332a45417e504f312a332a32302a45412a392e352a50452a42502a502d337e41434b2a49512a31302a45417e41434b2a49422a31302a45417e504f312a342a32302a45412a392e352a50452a42502a502d347e41434b2a49512a31332a45417e41434b2a49422a372a45417e504f312a352a32302a45412a392e352a50452a42502a502d357e41434b2a49512a31362a45417e41434b2a49422a342a45417e504f312a362a32302a45412a392e352a50452a42502a502d367e41434b2a49512a31392a45417e41434b2a49422a312a45417e504f312a372a32302a45412a392e352a50452a42502a502d377e41434b2a49512a332a45417e41434b2a49422a31372a45417e504f312a382a32302a45412a392e352a50452a42502a502d387e41434b2a49512a362a45417e41434b2a49422a31342a45417e504f312a392a32302a45412a392e352a50452a42502a502d397e41434b2a49512a392a45417e41434b2a49422a31312a45417e504f312a31302a32302a45412a392e352a50452a42502a502d31307e41434b2a49512a31322a45417e41434b2a49422a382a45417e4354542a31307e53452a33342a303030327e47452a322a317e4945412a312a3030303030303030317e', '{}', '\x4953412a30302a202020202020202020202a30302a202020202020202020202a5a5a2a53594e434c494e45202020202020202a5a5a2a41544c4153202020202020202020202a3236313133302a313535382a552a30303430312a3030303030303030312a302a502a3a7e47532a46412a53594e434c494e452a41544c41532a32303236313133302a313535382a312a582a3030343031307e53542a3939372a303030317e414b312a50522a317e414b322a3835352a303030317e414b352a417e414b322a3835352a303030327e414b352a417e414b392a412a322a322a327e53452a382a303030317e47452a312a317e4945412a312a3030303030303030317e', 'application/edi-x12', 1, 0, NULL, NULL),
	(3, 'everest', '\xe2b0f39ea80cdd415fade75727fbba3c283c694b4643bd2dbe18acfa2cb0fafc', NULL, 'JSON orders', '2026-11-30 15:58:46.413907+00', '\x7b226f7264657273223a5b7b226f726465724e756d626572223a22532d504f2d3130303034222c22706f4e756d626572223a22504f2d3130303034222c227265766973696f6e223a312c22737461747573223a226261636b6f726465726564222c0a2022757064617465644174223a22323032362d31312d32325430353a34323a34385a222c226c696e6573223a5b7b226c696e654e756d626572223a312c22706f4c696e654e756d626572223a2231222c226275796572536b75223a22502d31222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a332c227175616e746974794261636b6f726465726564223a31372c22756e6974223a224541227d2c7b226c696e654e756d626572223a322c22706f4c696e654e756d626572223a2232222c226275796572536b75223a22502d32222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a362c227175616e746974794261636b6f726465726564223a31342c22756e6974223a224541227d2c7b226c696e654e756d626572223a332c22706f4c696e654e756d626572223a2233222c226275796572536b75223a22502d33222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a392c227175616e746974794261636b6f726465726564223a31312c22756e6974223a224541227d2c7b226c696e654e756d626572223a342c22706f4c696e654e756d626572223a2234222c226275796572536b75223a22502d34222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a31322c227175616e746974794261636b6f726465726564223a382c22756e6974223a224541227d2c7b226c696e654e756d626572223a352c22706f4c696e654e756d626572223a2235222c226275796572536b75223a22502d35222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a31352c227175616e746974794261636b6f726465726564223a352c22756e6974223a224541227d2c7b226c696e654e756d626572223a362c22706f4c696e654e756d626572223a2236222c226275796572536b75223a22502d36222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a31382c227175616e746974794261636b6f726465726564223a322c22756e6974223a224541227d2c7b226c696e654e756d626572223a372c22706f4c696e654e756d626572223a2237222c226275796572536b75223a22502d37222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a322c227175616e746974794261636b6f726465726564223a31382c22756e6974223a224541227d2c7b226c696e654e756d626572223a382c22706f4c696e654e756d626572223a2238222c226275796572536b75223a22502d38222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a352c227175616e746974794261636b6f726465726564223a31352c22756e6974223a224541227d2c7b226c696e654e756d626572223a392c22706f4c696e654e756d626572223a2239222c226275796572536b75223a22502d39222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a382c227175616e746974794261636b6f726465726564223a31322c22756e6974223a224541227d2c7b226c696e654e756d626572223a31302c22706f4c696e654e756d626572223a223130222c226275796572536b75223a22502d3130222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a31312c227175616e746974794261636b6f726465726564223a392c22756e6974223a224541227d5d7d2c7b226f726465724e756d626572223a22532d504f2d3130303039222c22706f4e756d626572223a22504f2d3130303039222c227265766973696f6e223a312c22737461747573223a226261636b6f726465726564222c0a2022757064617465644174223a22323032362d31312d32325430353a34323a34385a222c226c696e6573223a5b7b226c696e654e756d626572223a312c22706f4c696e654e756d626572223a2231222c226275796572536b75223a22502d31222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a382c227175616e746974794261636b6f726465726564223a31322c22756e6974223a224541227d2c7b226c696e654e756d626572223a322c22706f4c696e654e756d626572223a2232222c226275796572536b75223a22502d32222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a31312c227175616e746974794261636b6f726465726564223a392c22756e6974223a224541227d2c7b226c696e654e756d626572223a332c22706f4c696e654e756d626572223a2233222c226275796572536b75223a22502d33222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a31342c227175616e746974794261636b6f726465726564223a362c22756e6974223a224541227d2c7b226c696e654e756d626572223a342c22706f4c696e654e756d626572223a2234222c226275796572536b75223a22502d34222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a31372c227175616e746974794261636b6f726465726564223a332c22756e6974223a224541227d2c7b226c696e654e756d626572223a352c22706f4c696e654e756d626572223a2235222c226275796572536b75223a22502d35222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a312c227175616e746974794261636b6f726465726564223a31392c22756e6974223a224541227d2c7b226c696e654e756d626572223a362c22706f4c696e654e756d626572223a2236222c226275796572536b75223a22502d36222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a342c227175616e746974794261636b6f726465726564223a31362c22756e6974223a224541227d2c7b226c696e654e756d626572223a372c22706f4c696e654e756d626572223a2237222c226275796572536b75223a22502d37222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a372c227175616e746974794261636b6f726465726564223a31332c22756e6974223a224541227d2c7b226c696e654e756d626572223a382c22706f4c696e654e756d626572223a2238222c226275796572536b75223a22502d38222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a31302c227175616e746974794261636b6f726465726564223a31302c22756e6974223a224541227d2c7b226c696e654e756d626572223a392c22706f4c696e654e756d626572223a2239222c226275796572536b75223a22502d39222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a31332c227175616e746974794261636b6f726465726564223a372c22756e6974223a224541227d2c7b226c696e654e756d626572223a31302c22706f4c696e654e756d626572223a223130222c226275796572536b75223a22502d3130222c22737461747573223a226261636b6f726465726564222c0a20227175616e746974794f726465726564223a32302c227175616e74697479436f6e6669726d6564223a31362c227175616e746974794261636b6f726465726564223a342c22756e6974223a224541227d5d7d5d2c226e657874223a6e756c6c7d', '{}', NULL, NULL, 0, 0, NULL, NULL);
INSERT INTO public.supplier_notification VALUES
	('atlas', '\x1dc2e1706b2672741536a4c4a16621338fc6f6e6fb45f76b5baca7ea04f8a2cb', '2026-11-30 15:58:40.729773+00'),
	('everest', '\xa5b4aec09f6a1898c35efa807be4809b20e8d48c83aa5123bf6211198a24c644', '2026-11-30 15:58:46.638483+00');
INSERT INTO public.supplier_order VALUES
	('atlas', 'document 1dc2e1706b267274', NULL, '2026-11-30 15:58:40.9908+00', NULL, 'It ends within ISA. Ask for it again (at segment 1 (ISA), character 0)', 1),
	('atlas', 'PO-10000', 'S-PO-10000', '2026-11-30 15:58:41.844574+00', '{"orderNumber":"PO-10000","supplierNumber":"S-PO-10000","status":"CHANGED","others":null,"allShipped":false,"isWhole":false,"currency":null,"expectedOn":null,"tracking":[],"lines":[{"line":"1","supplierLine":null,"item":"P-1","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":18,"shipped":null,"backOrdered":2,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"2","supplierLine":null,"item":"P-2","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":2,"shipped":null,"backOrdered":18,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"3","supplierLine":null,"item":"P-3","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":5,"shipped":null,"backOrdered":15,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"4","supplierLine":null,"item":"P-4","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":8,"shipped":null,"backOrdered":12,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"5","supplierLine":null,"item":"P-5","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":11,"shipped":null,"backOrdered":9,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"6","supplierLine":null,"item":"P-6","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":14,"shipped":null,"backOrdered":6,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"7","supplierLine":null,"item":"P-7","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":17,"shipped":null,"backOrdered":3,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"8","supplierLine":null,"item":"P-8","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":1,"shipped":null,"backOrdered":19,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"9","supplierLine":null,"item":"P-9","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":4,"shipped":null,"backOrdered":16,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"10","supplierLine":null,"item":"P-10","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":7,"shipped":null,"backOrdered":13,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]}],"warnings":[]}', NULL, NULL),
	('atlas', 'PO-10005', 'S-PO-10005', '2026-11-30 15:58:41.844574+00', '{"orderNumber":"PO-10005","supplierNumber":"S-PO-10005","status":"CHANGED","others":null,"allShipped":false,"isWhole":false,"currency":null,"expectedOn":null,"tracking":[],"lines":[{"line":"1","supplierLine":null,"item":"P-1","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":4,"shipped":null,"backOrdered":16,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"2","supplierLine":null,"item":"P-2","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":7,"shipped":null,"backOrdered":13,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"3","supplierLine":null,"item":"P-3","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":10,"shipped":null,"backOrdered":10,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"4","supplierLine":null,"item":"P-4","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":13,"shipped":null,"backOrdered":7,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"5","supplierLine":null,"item":"P-5","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":16,"shipped":null,"backOrdered":4,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"6","supplierLine":null,"item":"P-6","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":19,"shipped":null,"backOrdered":1,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"7","supplierLine":null,"item":"P-7","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":3,"shipped":null,"backOrdered":17,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"8","supplierLine":null,"item":"P-8","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":6,"shipped":null,"backOrdered":14,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"9","supplierLine":null,"item":"P-9","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":9,"shipped":null,"backOrdered":11,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]},{"line":"10","supplierLine":null,"item":"P-10","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":12,"shipped":null,"backOrdered":8,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[]}],"warnings":[]}', NULL, NULL),
	('everest', 'PO-10009', 'S-PO-10009', '2026-11-30 15:58:46.415285+00', '{"orderNumber":"PO-10009","supplierNumber":"S-PO-10009","status":"BACK_ORDERED","others":null,"allShipped":false,"isWhole":true,"currency":null,"expectedOn":null,"tracking":[],"lines":[{"line":"1","supplierLine":"1","item":"P-1","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":8,"shipped":null,"backOrdered":12,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"2","supplierLine":"2","item":"P-2","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":11,"shipped":null,"backOrdered":9,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"3","supplierLine":"3","item":"P-3","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":14,"shipped":null,"backOrdered":6,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"4","supplierLine":"4","item":"P-4","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":17,"shipped":null,"backOrdered":3,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"5","supplierLine":"5","item":"P-5","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":1,"shipped":null,"backOrdered":19,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"6","supplierLine":"6","item":"P-6","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":4,"shipped":null,"backOrdered":16,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"7","supplierLine":"7","item":"P-7","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":7,"shipped":null,"backOrdered":13,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"8","supplierLine":"8","item":"P-8","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":10,"shipped":null,"backOrdered":10,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"9","supplierLine":"9","item":"P-9","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":13,"shipped":null,"backOrdered":7,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"10","supplierLine":"10","item":"P-10","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":16,"shipped":null,"backOrdered":4,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]}],"warnings":[]}', NULL, NULL),
	('everest', 'PO-10004', 'S-PO-10004', '2026-11-30 15:58:46.653206+00', '{"orderNumber":"PO-10004","supplierNumber":"S-PO-10004","status":"BACK_ORDERED","others":null,"allShipped":false,"isWhole":true,"currency":null,"expectedOn":null,"tracking":[],"lines":[{"line":"1","supplierLine":"1","item":"P-1","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":3,"shipped":null,"backOrdered":17,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"2","supplierLine":"2","item":"P-2","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":6,"shipped":null,"backOrdered":14,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"3","supplierLine":"3","item":"P-3","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":9,"shipped":null,"backOrdered":11,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"4","supplierLine":"4","item":"P-4","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":12,"shipped":null,"backOrdered":8,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"5","supplierLine":"5","item":"P-5","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":15,"shipped":null,"backOrdered":5,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"6","supplierLine":"6","item":"P-6","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":18,"shipped":null,"backOrdered":2,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"7","supplierLine":"7","item":"P-7","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":2,"shipped":null,"backOrdered":18,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"8","supplierLine":"8","item":"P-8","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":5,"shipped":null,"backOrdered":15,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"9","supplierLine":"9","item":"P-9","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":8,"shipped":null,"backOrdered":12,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]},{"line":"10","supplierLine":"10","item":"P-10","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":11,"shipped":null,"backOrdered":9,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[]}],"warnings":[]}', NULL, NULL);
INSERT INTO public.supplier_poll VALUES
	('atlas', '2026-11-30 15:58:40.948197+00'),
	('everest', '2026-11-30 15:58:45.984111+00');
INSERT INTO public.supplier_update VALUES
	('atlas', 'PO-10000', 'fee094ef-3e7f-ac1a-5965-4e06f13ff3d6', 2, 0, '{"kind":"CONFIRMATION","number":null,"at":"2026-11-22T05:42:00Z","sequence":1,"orderNumber":"PO-10000","supplierOrderNumber":"S-PO-10000","answers":null,"status":"CHANGED","wholeOrder":false,"currency":null,"expectedOn":null,"tracking":[],"lines":[{"line":"1","supplierLine":null,"item":"P-1","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":18,"shipped":null,"cumulative":false,"backOrdered":2,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"2","supplierLine":null,"item":"P-2","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":2,"shipped":null,"cumulative":false,"backOrdered":18,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"3","supplierLine":null,"item":"P-3","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":5,"shipped":null,"cumulative":false,"backOrdered":15,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"4","supplierLine":null,"item":"P-4","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":8,"shipped":null,"cumulative":false,"backOrdered":12,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"5","supplierLine":null,"item":"P-5","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":11,"shipped":null,"cumulative":false,"backOrdered":9,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"6","supplierLine":null,"item":"P-6","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":14,"shipped":null,"cumulative":false,"backOrdered":6,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"7","supplierLine":null,"item":"P-7","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":17,"shipped":null,"cumulative":false,"backOrdered":3,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"8","supplierLine":null,"item":"P-8","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":1,"shipped":null,"cumulative":false,"backOrdered":19,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"9","supplierLine":null,"item":"P-9","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":4,"shipped":null,"cumulative":false,"backOrdered":16,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"10","supplierLine":null,"item":"P-10","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":7,"shipped":null,"cumulative":false,"backOrdered":13,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"}]}'),
	('atlas', 'PO-10005', 'c4d3bcbd-fa31-98d1-c795-5cdf15afc978', 2, 1, '{"kind":"CONFIRMATION","number":null,"at":"2026-11-22T05:42:00Z","sequence":1,"orderNumber":"PO-10005","supplierOrderNumber":"S-PO-10005","answers":null,"status":"CHANGED","wholeOrder":false,"currency":null,"expectedOn":null,"tracking":[],"lines":[{"line":"1","supplierLine":null,"item":"P-1","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":4,"shipped":null,"cumulative":false,"backOrdered":16,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"2","supplierLine":null,"item":"P-2","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":7,"shipped":null,"cumulative":false,"backOrdered":13,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"3","supplierLine":null,"item":"P-3","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":10,"shipped":null,"cumulative":false,"backOrdered":10,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"4","supplierLine":null,"item":"P-4","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":13,"shipped":null,"cumulative":false,"backOrdered":7,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"5","supplierLine":null,"item":"P-5","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":16,"shipped":null,"cumulative":false,"backOrdered":4,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"6","supplierLine":null,"item":"P-6","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":19,"shipped":null,"cumulative":false,"backOrdered":1,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"7","supplierLine":null,"item":"P-7","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":3,"shipped":null,"cumulative":false,"backOrdered":17,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"8","supplierLine":null,"item":"P-8","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":6,"shipped":null,"cumulative":false,"backOrdered":14,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"9","supplierLine":null,"item":"P-9","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":9,"shipped":null,"cumulative":false,"backOrdered":11,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"},{"line":"10","supplierLine":null,"item":"P-10","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":12,"shipped":null,"cumulative":false,"backOrdered":8,"cancelled":null,"unit":"EA","unitCost":9.5,"expectedOn":null,"tracking":[],"code":"IQ IB"}]}'),
	('everest', 'PO-10004', 'a8960f29-57f4-3fb9-2c7c-3c024809842d', 3, 0, '{"kind":"SNAPSHOT","number":null,"at":"2026-11-22T05:42:48Z","sequence":1,"orderNumber":"PO-10004","supplierOrderNumber":"S-PO-10004","answers":null,"status":"BACK_ORDERED","wholeOrder":false,"currency":null,"expectedOn":null,"tracking":[],"lines":[{"line":"1","supplierLine":"1","item":"P-1","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":3,"shipped":null,"cumulative":true,"backOrdered":17,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"2","supplierLine":"2","item":"P-2","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":6,"shipped":null,"cumulative":true,"backOrdered":14,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"3","supplierLine":"3","item":"P-3","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":9,"shipped":null,"cumulative":true,"backOrdered":11,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"4","supplierLine":"4","item":"P-4","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":12,"shipped":null,"cumulative":true,"backOrdered":8,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"5","supplierLine":"5","item":"P-5","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":15,"shipped":null,"cumulative":true,"backOrdered":5,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"6","supplierLine":"6","item":"P-6","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":18,"shipped":null,"cumulative":true,"backOrdered":2,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"7","supplierLine":"7","item":"P-7","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":2,"shipped":null,"cumulative":true,"backOrdered":18,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"8","supplierLine":"8","item":"P-8","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":5,"shipped":null,"cumulative":true,"backOrdered":15,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"9","supplierLine":"9","item":"P-9","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":8,"shipped":null,"cumulative":true,"backOrdered":12,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"10","supplierLine":"10","item":"P-10","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":11,"shipped":null,"cumulative":true,"backOrdered":9,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"}]}'),
	('everest', 'PO-10009', '73cab890-09ed-6452-203f-94dcfb43a205', 3, 1, '{"kind":"SNAPSHOT","number":null,"at":"2026-11-22T05:42:48Z","sequence":1,"orderNumber":"PO-10009","supplierOrderNumber":"S-PO-10009","answers":null,"status":"BACK_ORDERED","wholeOrder":false,"currency":null,"expectedOn":null,"tracking":[],"lines":[{"line":"1","supplierLine":"1","item":"P-1","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":8,"shipped":null,"cumulative":true,"backOrdered":12,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"2","supplierLine":"2","item":"P-2","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":11,"shipped":null,"cumulative":true,"backOrdered":9,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"3","supplierLine":"3","item":"P-3","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":14,"shipped":null,"cumulative":true,"backOrdered":6,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"4","supplierLine":"4","item":"P-4","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":17,"shipped":null,"cumulative":true,"backOrdered":3,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"5","supplierLine":"5","item":"P-5","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":1,"shipped":null,"cumulative":true,"backOrdered":19,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"6","supplierLine":"6","item":"P-6","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":4,"shipped":null,"cumulative":true,"backOrdered":16,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"7","supplierLine":"7","item":"P-7","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":7,"shipped":null,"cumulative":true,"backOrdered":13,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"8","supplierLine":"8","item":"P-8","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":10,"shipped":null,"cumulative":true,"backOrdered":10,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"9","supplierLine":"9","item":"P-9","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":13,"shipped":null,"cumulative":true,"backOrdered":7,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"},{"line":"10","supplierLine":"10","item":"P-10","supplierItem":null,"gtin":null,"description":null,"status":"BACK_ORDERED","ordered":20,"confirmed":16,"shipped":null,"cumulative":true,"backOrdered":4,"cancelled":null,"unit":"EA","unitCost":null,"expectedOn":null,"tracking":[],"code":"backordered"}]}');
INSERT INTO public.supplier_wanted VALUES
	('everest', 'PO-10004', '2026-11-30 15:58:46.653206+00');
INSERT INTO public.sync_audit OVERRIDING SYSTEM VALUE VALUES
	(1, '2026-11-30 15:58:33.548918+00', 'operator', 'add-rule', 'rule 1', 'BLOCK *-vendors-*: vendorNo eq V-004'),
	(2, '2026-11-30 15:58:34.114671+00', 'operator', 'add-rule', 'rule 2', 'HOLD *-vendors-*: city eq Nowhere'),
	(3, '2026-11-30 15:58:34.469126+00', 'operator', 'run', 'erp-vendors-to-relay', 'run 1, all, SHALLOW'),
	(4, '2026-11-30 15:58:36.297208+00', 'operator', 'run', 'erp-sites-to-relay', 'run 2, all, SHALLOW'),
	(5, '2026-11-30 15:58:36.816473+00', 'operator', 'run', 'erp-items-to-registry', 'run 3, all, SHALLOW'),
	(6, '2026-11-30 15:58:37.311822+00', 'operator', 'run', 'erp-bins-to-vault', 'run 4, all, SHALLOW'),
	(7, '2026-11-30 15:58:37.695891+00', 'operator', 'run', 'erp-boxes-to-vault', 'run 5, all, SHALLOW'),
	(8, '2026-11-30 15:58:39.403054+00', 'operator', 'retry', 'erp-vendors-to-relay', 'run 6, 1 FAILED, V-006, edited: {"name":"Vendor six, as edited","city":"Editon","vendorNo":"V-006"}'),
	(9, '2026-11-30 15:58:39.628088+00', 'operator', 'run', 'erp-vendors-to-relay', 'run 7, all, SHALLOW'),
	(10, '2026-11-30 15:58:40.012004+00', 'operator', 'reconcile', 'erp-bins-to-vault', 'reconciliation 1, all, SHALLOW'),
	(11, '2026-11-30 15:58:40.527786+00', 'operator', 'auto-sync', 'vendor V-00101', 'on'),
	(12, '2026-11-30 15:58:40.591497+00', 'operator', 'auto-sync', 'vendor V-00105', 'on'),
	(13, '2026-11-30 15:58:40.860485+00', 'atlas', 'run', 'atlas-orders-to-erp', 'run 8, all, DEEP'),
	(14, '2026-11-30 15:58:41.215743+00', 'operator', 'run', 'atlas-orders-to-erp', 'run 9, all, SHALLOW'),
	(15, '2026-11-30 15:58:42.737323+00', 'operator', 'run', 'erp-boxes-to-vault', 'run 10, all, SHALLOW'),
	(16, '2026-11-30 15:58:43.117166+00', 'operator', 'run', 'erp-boxes-to-vault', 'run 11, all, SHALLOW'),
	(17, '2026-11-30 15:58:43.371561+00', 'operator', 'run', 'erp-boxes-to-vault', 'run 12, all, SHALLOW'),
	(18, '2026-11-30 15:58:43.931722+00', 'operator', 'resolve', 'atlas-orders-to-erp', 'notice 1'),
	(19, '2026-11-30 15:58:44.063725+00', 'operator', 'run', 'erp-parts-to-relay', 'run 13, all, SHALLOW'),
	(20, '2026-11-30 15:58:45.759689+00', 'operator', 'run', 'erp-items-to-registry', 'run 14, all, SHALLOW'),
	(21, '2026-11-30 15:58:46.05188+00', 'operator', 'retry', 'erp-vendors-to-relay', 'run 15, 1 FAILED, V-007, edited: {"name":"Vendor seven, as edited","city":"Editon","vendorNo":"V-007"}'),
	(22, '2026-11-30 15:58:46.242705+00', 'operator', 'run', 'erp-sites-to-relay', 'run 16, changes, SHALLOW'),
	(23, '2026-11-30 15:58:46.287483+00', 'operator', 'run', 'everest-orders-to-erp', 'run 17, all, SHALLOW'),
	(24, '2026-11-30 15:58:46.738335+00', 'operator', 'reconcile and repair', 'erp-bins-to-vault', 'reconciliation 2, all, SHALLOW'),
	(25, '2026-11-30 15:58:47.048835+00', 'operator', 'retry', 'erp-bins-to-vault', 'run 18, all, SHALLOW'),
	(26, '2026-11-30 15:58:47.214+00', 'operator', 'reconcile', 'erp-boxes-to-vault', 'reconciliation 3, all, SHALLOW');
INSERT INTO public.sync_difference VALUES
	(1, 'MISSING', 'BIN-03', 'Bin 3', '[]', 'SUCCESS', NULL, NULL, NULL),
	(1, 'DIFFERENT', 'BIN-05', 'Bin 5', '[{"field":"name","source":"Bin 5","target":"Other"}]', 'SUCCESS', NULL, NULL, NULL),
	(1, 'EXTRA', 'BIN-99', 'Extra', '[]', NULL, NULL, NULL, NULL),
	(2, 'MISSING', 'BIN-03', 'Bin 3', '[]', 'SUCCESS', NULL, NULL, NULL),
	(2, 'DIFFERENT', 'BIN-05', 'Bin 5', '[{"field":"name","source":"Bin 5","target":"Other"}]', 'SUCCESS', NULL, NULL, NULL),
	(2, 'EXTRA', 'BIN-99', 'Extra', '[]', NULL, NULL, NULL, NULL),
	(3, 'MISSING', 'BOX-007', 'Box 7', '[]', 'SUCCESS', NULL, NULL, NULL),
	(3, 'DIFFERENT', 'BOX-008', 'Box 8', '[{"field":"name","source":"Box 8","target":"Other"}]', 'SUCCESS', NULL, NULL, NULL);
INSERT INTO public.sync_document_log_202611 VALUES
	(1, '2026-11-30 15:58:35.991603+00', 1, 1, false, '{V-001,V-002,V-009,V-010,V-011,V-012}', '{"Vendor 1","Vendor 2","Vendor 9","Vendor 10","Vendor 11","Vendor 12"}', '{1,1,1,1,1,1}', '{"","","","","",""}', '{NULL,NULL,NULL,NULL,NULL,NULL}', '{54,54,54,56,56,56}', '\x7b2276656e646f724e6f223a22562d303031222c226e616d65223a2256656e646f722031222c2263697479223a22546f776e2031227d7b2276656e646f724e6f223a22562d303032222c226e616d65223a2256656e646f722032222c2263697479223a22546f776e2032227d7b2276656e646f724e6f223a22562d303039222c226e616d65223a2256656e646f722039222c2263697479223a22546f776e2039227d7b2276656e646f724e6f223a22562d303130222c226e616d65223a2256656e646f72203130222c2263697479223a22546f776e203130227d7b2276656e646f724e6f223a22562d303131222c226e616d65223a2256656e646f72203131222c2263697479223a22546f776e203131227d7b2276656e646f724e6f223a22562d303132222c226e616d65223a2256656e646f72203132222c2263697479223a22546f776e203132227d', NULL, NULL),
	(2, '2026-11-30 15:58:36.571333+00', 2, 2, false, '{S-001}', '{"Has its vendor"}', '{1}', '{""}', '{NULL}', '{61}', '\x7b22736974654e6f223a22532d303031222c2276656e646f724e6f223a22562d303031222c226e616d65223a22486173206974732076656e646f72227d', NULL, NULL),
	(3, '2026-11-30 15:58:37.035821+00', 3, 3, false, '{I-001,I-002,I-003,I-004,I-005,I-006}', '{"Item 1","Item 2","Item 3","Item 4","Item 5","Item 6"}', '{1,1,1,1,1,1}', '{"","","","","",""}', '{NULL,NULL,NULL,NULL,NULL,NULL}', '{34,34,34,34,34,34}', '\x7b226974656d4e6f223a22492d303031222c226e616d65223a224974656d2031227d7b226974656d4e6f223a22492d303032222c226e616d65223a224974656d2032227d7b226974656d4e6f223a22492d303033222c226e616d65223a224974656d2033227d7b226974656d4e6f223a22492d303034222c226e616d65223a224974656d2034227d7b226974656d4e6f223a22492d303035222c226e616d65223a224974656d2035227d7b226974656d4e6f223a22492d303036222c226e616d65223a224974656d2036227d', NULL, NULL),
	(4, '2026-11-30 15:58:37.589646+00', 4, 4, false, '{BIN-01,BIN-02,BIN-03,BIN-04,BIN-05,BIN-06,BIN-07,BIN-08,BIN-09,BIN-10,BIN-11,BIN-12}', '{"Bin 1","Bin 2","Bin 3","Bin 4","Bin 5","Bin 6","Bin 7","Bin 8","Bin 9","Bin 10","Bin 11","Bin 12"}', '{1,1,1,1,1,1,1,1,1,1,1,1}', '{"","","","","","","","","","","",""}', '{NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}', '{33,33,33,33,33,33,33,33,33,34,34,34}', '\x7b2262696e4e6f223a2242494e2d3031222c226e616d65223a2242696e2031227d7b2262696e4e6f223a2242494e2d3032222c226e616d65223a2242696e2032227d7b2262696e4e6f223a2242494e2d3033222c226e616d65223a2242696e2033227d7b2262696e4e6f223a2242494e2d3034222c226e616d65223a2242696e2034227d7b2262696e4e6f223a2242494e2d3035222c226e616d65223a2242696e2035227d7b2262696e4e6f223a2242494e2d3036222c226e616d65223a2242696e2036227d7b2262696e4e6f223a2242494e2d3037222c226e616d65223a2242696e2037227d7b2262696e4e6f223a2242494e2d3038222c226e616d65223a2242696e2038227d7b2262696e4e6f223a2242494e2d3039222c226e616d65223a2242696e2039227d7b2262696e4e6f223a2242494e2d3130222c226e616d65223a2242696e203130227d7b2262696e4e6f223a2242494e2d3131222c226e616d65223a2242696e203131227d7b2262696e4e6f223a2242494e2d3132222c226e616d65223a2242696e203132227d', NULL, NULL),
	(5, '2026-11-30 15:58:37.919945+00', 5, 5, false, '{BOX-001,BOX-002,BOX-003,BOX-004,BOX-005,BOX-006,BOX-007,BOX-008,BOX-009,BOX-010}', '{"Box 1","Box 2","Box 3","Box 4","Box 5","Box 6","Box 7","Box 8","Box 9","Box 10"}', '{1,1,1,1,1,1,1,1,1,1}', '{"","","","","","","","","",""}', '{NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}', '{34,34,34,34,34,34,34,34,34,35}', '\x7b22626f784e6f223a22424f582d303031222c226e616d65223a22426f782031227d7b22626f784e6f223a22424f582d303032222c226e616d65223a22426f782032227d7b22626f784e6f223a22424f582d303033222c226e616d65223a22426f782033227d7b22626f784e6f223a22424f582d303034222c226e616d65223a22426f782034227d7b22626f784e6f223a22424f582d303035222c226e616d65223a22426f782035227d7b22626f784e6f223a22424f582d303036222c226e616d65223a22426f782036227d7b22626f784e6f223a22424f582d303037222c226e616d65223a22426f782037227d7b22626f784e6f223a22424f582d303038222c226e616d65223a22426f782038227d7b22626f784e6f223a22424f582d303039222c226e616d65223a22426f782039227d7b22626f784e6f223a22424f582d303130222c226e616d65223a22426f78203130227d', NULL, NULL),
	(6, '2026-11-30 15:58:38.04124+00', 5, 5, false, '{BOX-011,BOX-012,BOX-013,BOX-014,BOX-015,BOX-016,BOX-017,BOX-018,BOX-019,BOX-020}', '{"Box 11","Box 12","Box 13","Box 14","Box 15","Box 16","Box 17","Box 18","Box 19","Box 20"}', '{1,1,1,1,1,1,1,1,1,1}', '{"","","","","","","","","",""}', '{NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}', '{35,35,35,35,35,35,35,35,35,35}', '\x7b22626f784e6f223a22424f582d303131222c226e616d65223a22426f78203131227d7b22626f784e6f223a22424f582d303132222c226e616d65223a22426f78203132227d7b22626f784e6f223a22424f582d303133222c226e616d65223a22426f78203133227d7b22626f784e6f223a22424f582d303134222c226e616d65223a22426f78203134227d7b22626f784e6f223a22424f582d303135222c226e616d65223a22426f78203135227d7b22626f784e6f223a22424f582d303136222c226e616d65223a22426f78203136227d7b22626f784e6f223a22424f582d303137222c226e616d65223a22426f78203137227d7b22626f784e6f223a22424f582d303138222c226e616d65223a22426f78203138227d7b22626f784e6f223a22424f582d303139222c226e616d65223a22426f78203139227d7b22626f784e6f223a22424f582d303230222c226e616d65223a22426f78203230227d', NULL, NULL),
	(7, '2026-11-30 15:58:38.140914+00', 5, 5, false, '{BOX-021,BOX-022,BOX-023,BOX-024,BOX-025,BOX-026,BOX-027,BOX-028,BOX-029,BOX-030}', '{"Box 21","Box 22","Box 23","Box 24","Box 25","Box 26","Box 27","Box 28","Box 29","Box 30"}', '{1,1,1,1,1,1,1,1,1,1}', '{"","","","","","","","","",""}', '{NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}', '{35,35,35,35,35,35,35,35,35,35}', '\x7b22626f784e6f223a22424f582d303231222c226e616d65223a22426f78203231227d7b22626f784e6f223a22424f582d303232222c226e616d65223a22426f78203232227d7b22626f784e6f223a22424f582d303233222c226e616d65223a22426f78203233227d7b22626f784e6f223a22424f582d303234222c226e616d65223a22426f78203234227d7b22626f784e6f223a22424f582d303235222c226e616d65223a22426f78203235227d7b22626f784e6f223a22424f582d303236222c226e616d65223a22426f78203236227d7b22626f784e6f223a22424f582d303237222c226e616d65223a22426f78203237227d7b22626f784e6f223a22424f582d303238222c226e616d65223a22426f78203238227d7b22626f784e6f223a22424f582d303239222c226e616d65223a22426f78203239227d7b22626f784e6f223a22424f582d303330222c226e616d65223a22426f78203330227d', NULL, NULL),
	(8, '2026-11-30 15:58:38.245504+00', 5, 5, false, '{BOX-031,BOX-032,BOX-033,BOX-034,BOX-035,BOX-036,BOX-037,BOX-038,BOX-039,BOX-040}', '{"Box 31","Box 32","Box 33","Box 34","Box 35","Box 36","Box 37","Box 38","Box 39","Box 40"}', '{1,1,1,1,1,1,1,1,1,1}', '{"","","","","","","","","",""}', '{NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}', '{35,35,35,35,35,35,35,35,35,35}', '\x7b22626f784e6f223a22424f582d303331222c226e616d65223a22426f78203331227d7b22626f784e6f223a22424f582d303332222c226e616d65223a22426f78203332227d7b22626f784e6f223a22424f582d303333222c226e616d65223a22426f78203333227d7b22626f784e6f223a22424f582d303334222c226e616d65223a22426f78203334227d7b22626f784e6f223a22424f582d303335222c226e616d65223a22426f78203335227d7b22626f784e6f223a22424f582d303336222c226e616d65223a22426f78203336227d7b22626f784e6f223a22424f582d303337222c226e616d65223a22426f78203337227d7b22626f784e6f223a22424f582d303338222c226e616d65223a22426f78203338227d7b22626f784e6f223a22424f582d303339222c226e616d65223a22426f78203339227d7b22626f784e6f223a22424f582d303430222c226e616d65223a22426f78203430227d', NULL, NULL),
	(9, '2026-11-30 15:58:38.351598+00', 5, 5, false, '{BOX-041,BOX-042,BOX-043,BOX-044,BOX-045,BOX-046,BOX-047,BOX-048,BOX-049,BOX-050}', '{"Box 41","Box 42","Box 43","Box 44","Box 45","Box 46","Box 47","Box 48","Box 49","Box 50"}', '{1,1,1,1,1,1,1,1,1,1}', '{"","","","","","","","","",""}', '{NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}', '{35,35,35,35,35,35,35,35,35,35}', '\x7b22626f784e6f223a22424f582d303431222c226e616d65223a22426f78203431227d7b22626f784e6f223a22424f582d303432222c226e616d65223a22426f78203432227d7b22626f784e6f223a22424f582d303433222c226e616d65223a22426f78203433227d7b22626f784e6f223a22424f582d303434222c226e616d65223a22426f78203434227d7b22626f784e6f223a22424f582d303435222c226e616d65223a22426f78203435227d7b22626f784e6f223a22424f582d303436222c226e616d65223a22426f78203436227d7b22626f784e6f223a22424f582d303437222c226e616d65223a22426f78203437227d7b22626f784e6f223a22424f582d303438222c226e616d65223a22426f78203438227d7b22626f784e6f223a22424f582d303439222c226e616d65223a22426f78203439227d7b22626f784e6f223a22424f582d303530222c226e616d65223a22426f78203530227d', NULL, NULL),
	(10, '2026-11-30 15:58:38.450121+00', 5, 5, false, '{BOX-051,BOX-052,BOX-053,BOX-054,BOX-055,BOX-056,BOX-057,BOX-058,BOX-059,BOX-060}', '{"Box 51","Box 52","Box 53","Box 54","Box 55","Box 56","Box 57","Box 58","Box 59","Box 60"}', '{1,1,1,1,1,1,1,1,1,1}', '{"","","","","","","","","",""}', '{NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}', '{35,35,35,35,35,35,35,35,35,35}', '\x7b22626f784e6f223a22424f582d303531222c226e616d65223a22426f78203531227d7b22626f784e6f223a22424f582d303532222c226e616d65223a22426f78203532227d7b22626f784e6f223a22424f582d303533222c226e616d65223a22426f78203533227d7b22626f784e6f223a22424f582d303534222c226e616d65223a22426f78203534227d7b22626f784e6f223a22424f582d303535222c226e616d65223a22426f78203535227d7b22626f784e6f223a22424f582d303536222c226e616d65223a22426f78203536227d7b22626f784e6f223a22424f582d303537222c226e616d65223a22426f78203537227d7b22626f784e6f223a22424f582d303538222c226e616d65223a22426f78203538227d7b22626f784e6f223a22424f582d303539222c226e616d65223a22426f78203539227d7b22626f784e6f223a22424f582d303630222c226e616d65223a22426f78203630227d', NULL, NULL),
	(11, '2026-11-30 15:58:38.533189+00', 5, 5, false, '{BOX-061,BOX-062,BOX-063,BOX-064,BOX-065,BOX-066,BOX-067,BOX-068,BOX-069,BOX-070}', '{"Box 61","Box 62","Box 63","Box 64","Box 65","Box 66","Box 67","Box 68","Box 69","Box 70"}', '{1,1,1,1,1,1,1,1,1,1}', '{"","","","","","","","","",""}', '{NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}', '{35,35,35,35,35,35,35,35,35,35}', '\x7b22626f784e6f223a22424f582d303631222c226e616d65223a22426f78203631227d7b22626f784e6f223a22424f582d303632222c226e616d65223a22426f78203632227d7b22626f784e6f223a22424f582d303633222c226e616d65223a22426f78203633227d7b22626f784e6f223a22424f582d303634222c226e616d65223a22426f78203634227d7b22626f784e6f223a22424f582d303635222c226e616d65223a22426f78203635227d7b22626f784e6f223a22424f582d303636222c226e616d65223a22426f78203636227d7b22626f784e6f223a22424f582d303637222c226e616d65223a22426f78203637227d7b22626f784e6f223a22424f582d303638222c226e616d65223a22426f78203638227d7b22626f784e6f223a22424f582d303639222c226e616d65223a22426f78203639227d7b22626f784e6f223a22424f582d303730222c226e616d65223a22426f78203730227d', NULL, NULL),
	(12, '2026-11-30 15:58:38.681862+00', 5, 5, false, '{BOX-071,BOX-072,BOX-073,BOX-074,BOX-075,BOX-076,BOX-077,BOX-078,BOX-079,BOX-080}', '{"Box 71","Box 72","Box 73","Box 74","Box 75","Box 76","Box 77","Box 78","Box 79","Box 80"}', '{1,1,1,1,1,1,1,1,1,1}', '{"","","","","","","","","",""}', '{NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}', '{35,35,35,35,35,35,35,35,35,35}', '\x7b22626f784e6f223a22424f582d303731222c226e616d65223a22426f78203731227d7b22626f784e6f223a22424f582d303732222c226e616d65223a22426f78203732227d7b22626f784e6f223a22424f582d303733222c226e616d65223a22426f78203733227d7b22626f784e6f223a22424f582d303734222c226e616d65223a22426f78203734227d7b22626f784e6f223a22424f582d303735222c226e616d65223a22426f78203735227d7b22626f784e6f223a22424f582d303736222c226e616d65223a22426f78203736227d7b22626f784e6f223a22424f582d303737222c226e616d65223a22426f78203737227d7b22626f784e6f223a22424f582d303738222c226e616d65223a22426f78203738227d7b22626f784e6f223a22424f582d303739222c226e616d65223a22426f78203739227d7b22626f784e6f223a22424f582d303830222c226e616d65223a22426f78203830227d', NULL, NULL),
	(14, '2026-11-30 15:58:38.926269+00', 5, 5, false, '{BOX-091,BOX-092,BOX-093,BOX-094,BOX-095,BOX-096,BOX-097,BOX-098,BOX-099,BOX-100}', '{"Box 91","Box 92","Box 93","Box 94","Box 95","Box 96","Box 97","Box 98","Box 99","Box 100"}', '{1,1,1,1,1,1,1,1,1,1}', '{"","","","","","","","","",""}', '{NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}', '{35,35,35,35,35,35,35,35,35,36}', '\x7b22626f784e6f223a22424f582d303931222c226e616d65223a22426f78203931227d7b22626f784e6f223a22424f582d303932222c226e616d65223a22426f78203932227d7b22626f784e6f223a22424f582d303933222c226e616d65223a22426f78203933227d7b22626f784e6f223a22424f582d303934222c226e616d65223a22426f78203934227d7b22626f784e6f223a22424f582d303935222c226e616d65223a22426f78203935227d7b22626f784e6f223a22424f582d303936222c226e616d65223a22426f78203936227d7b22626f784e6f223a22424f582d303937222c226e616d65223a22426f78203937227d7b22626f784e6f223a22424f582d303938222c226e616d65223a22426f78203938227d7b22626f784e6f223a22424f582d303939222c226e616d65223a22426f78203939227d7b22626f784e6f223a22424f582d313030222c226e616d65223a22426f7820313030227d', NULL, NULL),
	(13, '2026-11-30 15:58:38.78041+00', 5, 5, false, '{BOX-081,BOX-082,BOX-083,BOX-084,BOX-085,BOX-086,BOX-087,BOX-088,BOX-089,BOX-090}', '{"Box 81","Box 82","Box 83","Box 84","Box 85","Box 86","Box 87","Box 88","Box 89","Box 90"}', '{1,1,1,1,1,1,1,1,1,1}', '{"","","","","","","","","",""}', '{NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}', '{35,35,35,35,35,35,35,35,35,35}', '\x7b22626f784e6f223a22424f582d303831222c226e616d65223a22426f78203831227d7b22626f784e6f223a22424f582d303832222c226e616d65223a22426f78203832227d7b22626f784e6f223a22424f582d303833222c226e616d65223a22426f78203833227d7b22626f784e6f223a22424f582d303834222c226e616d65223a22426f78203834227d7b22626f784e6f223a22424f582d303835222c226e616d65223a22426f78203835227d7b22626f784e6f223a22424f582d303836222c226e616d65223a22426f78203836227d7b22626f784e6f223a22424f582d303837222c226e616d65223a22426f78203837227d7b22626f784e6f223a22424f582d303838222c226e616d65223a22426f78203838227d7b22626f784e6f223a22424f582d303839222c226e616d65223a22426f78203839227d7b22626f784e6f223a22424f582d303930222c226e616d65223a22426f78203930227d', NULL, NULL),
	(15, '2026-11-30 15:58:39.039071+00', 5, 5, false, '{BOX-101,BOX-102,BOX-103,BOX-104,BOX-105,BOX-106,BOX-107,BOX-108,BOX-109,BOX-110}', '{"Box 101","Box 102","Box 103","Box 104","Box 105","Box 106","Box 107","Box 108","Box 109","Box 110"}', '{1,1,1,1,1,1,1,1,1,1}', '{"","","","","","","","","",""}', '{NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}', '{36,36,36,36,36,36,36,36,36,36}', '\x7b22626f784e6f223a22424f582d313031222c226e616d65223a22426f7820313031227d7b22626f784e6f223a22424f582d313032222c226e616d65223a22426f7820313032227d7b22626f784e6f223a22424f582d313033222c226e616d65223a22426f7820313033227d7b22626f784e6f223a22424f582d313034222c226e616d65223a22426f7820313034227d7b22626f784e6f223a22424f582d313035222c226e616d65223a22426f7820313035227d7b22626f784e6f223a22424f582d313036222c226e616d65223a22426f7820313036227d7b22626f784e6f223a22424f582d313037222c226e616d65223a22426f7820313037227d7b22626f784e6f223a22424f582d313038222c226e616d65223a22426f7820313038227d7b22626f784e6f223a22424f582d313039222c226e616d65223a22426f7820313039227d7b22626f784e6f223a22424f582d313130222c226e616d65223a22426f7820313130227d', NULL, NULL),
	(16, '2026-11-30 15:58:39.176576+00', 5, 5, false, '{BOX-111,BOX-112,BOX-113,BOX-114,BOX-115,BOX-116,BOX-117,BOX-118,BOX-119,BOX-120}', '{"Box 111","Box 112","Box 113","Box 114","Box 115","Box 116","Box 117","Box 118","Box 119","Box 120"}', '{1,1,1,1,1,1,1,1,1,1}', '{"","","","","","","","","",""}', '{NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL}', '{36,36,36,36,36,36,36,36,36,36}', '\x7b22626f784e6f223a22424f582d313131222c226e616d65223a22426f7820313131227d7b22626f784e6f223a22424f582d313132222c226e616d65223a22426f7820313132227d7b22626f784e6f223a22424f582d313133222c226e616d65223a22426f7820313133227d7b22626f784e6f223a22424f582d313134222c226e616d65223a22426f7820313134227d7b22626f784e6f223a22424f582d313135222c226e616d65223a22426f7820313135227d7b22626f784e6f223a22424f582d313136222c226e616d65223a22426f7820313136227d7b22626f784e6f223a22424f582d313137222c226e616d65223a22426f7820313137227d7b22626f784e6f223a22424f582d313138222c226e616d65223a22426f7820313138227d7b22626f784e6f223a22424f582d313139222c226e616d65223a22426f7820313139227d7b22626f784e6f223a22424f582d313230222c226e616d65223a22426f7820313230227d', NULL, NULL),
	(17, '2026-11-30 15:58:39.52673+00', 6, 1, false, '{V-006}', '{"Vendor six, as edited"}', '{1}', '{"name,city"}', '{NULL}', '{67}', '\x7b226e616d65223a2256656e646f72207369782c20617320656469746564222c2263697479223a22456469746f6e222c2276656e646f724e6f223a22562d303036227d', NULL, NULL),
	(18, '2026-11-30 15:58:39.709944+00', 7, 1, true, '{V-003,V-004,V-005,V-007,V-008}', '{NULL,"Vendor 4","Vendor 5","Vendor 7","Vendor 8"}', '{0,0,0,0,0}', '{"","","","",""}', '{NULL,NULL,NULL,NULL,NULL}', '{0,0,0,0,0}', '\x', '{4,3,2,2,4}', '{"Required field ''name'' is missing. Fill it in at the source; the record goes with the next run","Rule 1 blocks it: vendorNo eq V-004. Delete the rule and it goes with the next run","The relay has no room for it","The relay has no room for it","Rule 2 holds it: city eq Nowhere. Delete the rule and it goes with the next run"}'),
	(24, '2026-11-30 15:58:46.031373+00', 13, 7, false, '{P-021,P-022,P-023,P-024,P-025}', '{"Part 21","Part 22","Part 23","Part 24","Part 25"}', '{1,1,1,1,1}', '{"","","","",""}', '{NULL,NULL,NULL,NULL,NULL}', '{35,35,35,35,35}', '\x7b22706172744e6f223a22502d303231222c226e616d65223a2250617274203231227d7b22706172744e6f223a22502d303232222c226e616d65223a2250617274203232227d7b22706172744e6f223a22502d303233222c226e616d65223a2250617274203233227d7b22706172744e6f223a22502d303234222c226e616d65223a2250617274203234227d7b22706172744e6f223a22502d303235222c226e616d65223a2250617274203235227d', NULL, NULL),
	(19, '2026-11-30 15:58:42.498416+00', 9, 6, false, '{PO-10000,PO-10005}', '{S-PO-10000,S-PO-10005}', '{2,2}', '{"price,quantity,status,supplier order number","price,quantity,status,supplier order number"}', '{NULL,NULL}', '{2585,2586}', '\x7b226e756d626572223a22504f2d3130303030222c2276656e646f72223a22562d3030313031222c22737570706c6965724f726465724e6f223a22532d504f2d3130303030222c22737461747573223a22434f4e4649524d4544222c22737570706c696572537461747573223a224348414e474544222c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c2263757272656e6379223a6e756c6c2c226973496e636f6d706c657465223a66616c73652c22697348696464656e223a66616c73652c226d697373696e674974656d73223a5b5d2c227761726e696e6773223a5b5d2c2270726f6475637473223a5b5d2c226c696e6573223a5b7b226c696e65223a312c226974656d223a22502d31222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a31382c2273686970706564223a302c226261636b4f726465726564223a322c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a322c226974656d223a22502d32222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a322c2273686970706564223a302c226261636b4f726465726564223a31382c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a332c226974656d223a22502d33222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a352c2273686970706564223a302c226261636b4f726465726564223a31352c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a342c226974656d223a22502d34222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a382c2273686970706564223a302c226261636b4f726465726564223a31322c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a352c226974656d223a22502d35222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a31312c2273686970706564223a302c226261636b4f726465726564223a392c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a362c226974656d223a22502d36222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a31342c2273686970706564223a302c226261636b4f726465726564223a362c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a372c226974656d223a22502d37222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a31372c2273686970706564223a302c226261636b4f726465726564223a332c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a382c226974656d223a22502d38222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a312c2273686970706564223a302c226261636b4f726465726564223a31392c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a392c226974656d223a22502d39222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a342c2273686970706564223a302c226261636b4f726465726564223a31362c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a31302c226974656d223a22502d3130222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a372c2273686970706564223a302c226261636b4f726465726564223a31332c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d5d7d7b226e756d626572223a22504f2d3130303035222c2276656e646f72223a22562d3030313031222c22737570706c6965724f726465724e6f223a22532d504f2d3130303035222c22737461747573223a22434f4e4649524d4544222c22737570706c696572537461747573223a224348414e474544222c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c2263757272656e6379223a6e756c6c2c226973496e636f6d706c657465223a66616c73652c22697348696464656e223a66616c73652c226d697373696e674974656d73223a5b5d2c227761726e696e6773223a5b5d2c2270726f6475637473223a5b5d2c226c696e6573223a5b7b226c696e65223a312c226974656d223a22502d31222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a342c2273686970706564223a302c226261636b4f726465726564223a31362c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a322c226974656d223a22502d32222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a372c2273686970706564223a302c226261636b4f726465726564223a31332c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a332c226974656d223a22502d33222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a31302c2273686970706564223a302c226261636b4f726465726564223a31302c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a342c226974656d223a22502d34222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a31332c2273686970706564223a302c226261636b4f726465726564223a372c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a352c226974656d223a22502d35222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a31362c2273686970706564223a302c226261636b4f726465726564223a342c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a362c226974656d223a22502d36222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a31392c2273686970706564223a302c226261636b4f726465726564223a312c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a372c226974656d223a22502d37222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a332c2273686970706564223a302c226261636b4f726465726564223a31372c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a382c226974656d223a22502d38222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a362c2273686970706564223a302c226261636b4f726465726564223a31342c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a392c226974656d223a22502d39222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a392c2273686970706564223a302c226261636b4f726465726564223a31312c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d2c7b226c696e65223a31302c226974656d223a22502d3130222c226465736372697074696f6e223a6e756c6c2c22737570706c6965724974656d223a6e756c6c2c226f726465726564223a32302c22636f6e6669726d6564223a31322c2273686970706564223a302c226261636b4f726465726564223a382c2263616e63656c6c6564223a302c22756e6974223a224541222c22756e6974436f7374223a392e352c2265787065637465644f6e223a6e756c6c2c22747261636b696e67223a6e756c6c2c22737461747573223a22434f4e4649524d4544222c22697348696464656e223a66616c73657d5d7d', NULL, NULL),
	(20, '2026-11-30 15:58:44.560671+00', 13, 7, false, '{P-001,P-002,P-003,P-004,P-005}', '{"Part 1","Part 2","Part 3","Part 4","Part 5"}', '{1,1,1,1,1}', '{"","","","",""}', '{NULL,NULL,NULL,NULL,NULL}', '{34,34,34,34,34}', '\x7b22706172744e6f223a22502d303031222c226e616d65223a22506172742031227d7b22706172744e6f223a22502d303032222c226e616d65223a22506172742032227d7b22706172744e6f223a22502d303033222c226e616d65223a22506172742033227d7b22706172744e6f223a22502d303034222c226e616d65223a22506172742034227d7b22706172744e6f223a22502d303035222c226e616d65223a22506172742035227d', NULL, NULL),
	(21, '2026-11-30 15:58:44.908597+00', 13, 7, false, '{P-006,P-007,P-008,P-009,P-010}', '{"Part 6","Part 7","Part 8","Part 9","Part 10"}', '{1,1,1,1,1}', '{"","","","",""}', '{NULL,NULL,NULL,NULL,NULL}', '{34,34,34,34,35}', '\x7b22706172744e6f223a22502d303036222c226e616d65223a22506172742036227d7b22706172744e6f223a22502d303037222c226e616d65223a22506172742037227d7b22706172744e6f223a22502d303038222c226e616d65223a22506172742038227d7b22706172744e6f223a22502d303039222c226e616d65223a22506172742039227d7b22706172744e6f223a22502d303130222c226e616d65223a2250617274203130227d', NULL, NULL),
	(22, '2026-11-30 15:58:45.285104+00', 13, 7, false, '{P-011,P-012,P-013,P-014,P-015}', '{"Part 11","Part 12","Part 13","Part 14","Part 15"}', '{1,1,1,1,1}', '{"","","","",""}', '{NULL,NULL,NULL,NULL,NULL}', '{35,35,35,35,35}', '\x7b22706172744e6f223a22502d303131222c226e616d65223a2250617274203131227d7b22706172744e6f223a22502d303132222c226e616d65223a2250617274203132227d7b22706172744e6f223a22502d303133222c226e616d65223a2250617274203133227d7b22706172744e6f223a22502d303134222c226e616d65223a2250617274203134227d7b22706172744e6f223a22502d303135222c226e616d65223a2250617274203135227d', NULL, NULL),
	(23, '2026-11-30 15:58:45.664023+00', 13, 7, false, '{P-016,P-017,P-018,P-019,P-020}', '{"Part 16","Part 17","Part 18","Part 19","Part 20"}', '{1,1,1,1,1}', '{"","","","",""}', '{NULL,NULL,NULL,NULL,NULL}', '{35,35,35,35,35}', '\x7b22706172744e6f223a22502d303136222c226e616d65223a2250617274203136227d7b22706172744e6f223a22502d303137222c226e616d65223a2250617274203137227d7b22706172744e6f223a22502d303138222c226e616d65223a2250617274203138227d7b22706172744e6f223a22502d303139222c226e616d65223a2250617274203139227d7b22706172744e6f223a22502d303230222c226e616d65223a2250617274203230227d', NULL, NULL);
INSERT INTO public.sync_edit OVERRIDING SYSTEM VALUE VALUES
	(1, 6, 1, 'V-006', '{"name":"Vendor six, as edited","city":"Editon","vendorNo":"V-006"}', 'operator', '2026-11-30 15:58:39.39931+00', 17),
	(2, 15, 1, 'V-007', '{"name":"Vendor seven, as edited","city":"Editon","vendorNo":"V-007"}', 'operator', '2026-11-30 15:58:46.051347+00', NULL);
INSERT INTO public.sync_horizon VALUES
	('erp', '2026-11-30 15:58:35.136868+00', '{}'),
	('vault', '2026-11-30 15:58:40.228655+00', '{}');
INSERT INTO public.sync_intent VALUES
	(3, 'I-011', '29e81d71-486f-3186-bbff-1fdb265b5607', 14, '2026-11-30 15:58:45.889739+00'),
	(3, 'I-012', 'eb5e96d4-52ea-6e90-7f27-bcc49a581d6f', 14, '2026-11-30 15:58:45.889739+00'),
	(3, 'I-013', 'b16be6fa-cb1e-8654-f00f-71a508155835', 14, '2026-11-30 15:58:45.889739+00'),
	(3, 'I-014', '9cbe92ae-23f9-0c07-a311-1e3367afec99', 14, '2026-11-30 15:58:45.889739+00');
INSERT INTO public.sync_notice OVERRIDING SYSTEM VALUE VALUES
	(2, 'RUNS_FAIL', 'erp-boxes-to-vault', NULL, 'Its latest runs all ended as FAILED or BLOCKED, the last one with: Method with name: getSQLState not found on bean: dev.syncline.page.ChangedSource: Route erp-boxes-to-vault: the source refuses its query: ERROR: relation "boxes" does not exist
  Position: 66. Correct the query in the route''s file of type: dev.syncline.page.ChangedSource on the exchange: Exchange[8A8A67806476786-0000000000000041]', '2026-11-30 15:58:43.746489+00', '2026-11-30 15:58:43.746489+00', 1, NULL, NULL),
	(1, 'ACKNOWLEDGEMENTS_OWED', 'atlas-orders-to-erp', NULL, 'Supplier atlas does not take the acknowledgement of X12 855 004010 000000001-261122-0542, number 2 at /acknowledgements (500: ). 1 are owed, the oldest since 2026-11-30T15:58:41.838812Z. They are sent with later runs; orders go on meanwhile', '2026-11-30 15:58:42.283687+00', '2026-11-30 15:58:42.283687+00', 1, '2026-11-30 15:58:43.870606+00', 'operator');
INSERT INTO public.sync_parked VALUES
	(1, 'V-003', 1767225603000000, true, false, NULL, NULL, NULL),
	(1, 'V-004', 1767225604000000, false, false, NULL, NULL, 1),
	(1, 'V-008', 1767225608000000, false, false, NULL, NULL, 2),
	(2, 'S-002', 1767225600000000, false, false, 1, 'V-003', NULL),
	(2, 'S-003', 1767225600000000, false, false, 1, 'V-099', NULL);
INSERT INTO public.sync_payload VALUES
	(1, 'V-003', '{"vendorNo":"V-003","name":null,"city":"Town 3"}'),
	(1, 'V-004', '{"vendorNo":"V-004","name":"Vendor 4","city":"Town 4"}'),
	(1, 'V-005', '{"vendorNo":"V-005","name":"Vendor 5","city":"Town 5"}'),
	(1, 'V-007', '{"vendorNo":"V-007","name":"Vendor 7","city":"Town 7"}'),
	(1, 'V-008', '{"vendorNo":"V-008","name":"Vendor 8","city":"Nowhere"}'),
	(2, 'S-002', '{"siteNo":"S-002","vendorNo":"V-003","name":"Waits for a vendor without a name"}'),
	(2, 'S-003', '{"siteNo":"S-003","vendorNo":"V-099","name":"Waits for a vendor that is not there"}'),
	(6, 'document 1dc2e1706b267274', '{"document":"ISA*this is no interchange~"}');
INSERT INTO public.sync_reconciliation OVERRIDING SYSTEM VALUE VALUES
	(1, 'erp-bins-to-vault', 'SUCCESS', false, 'operator', 'all', NULL, NULL, 'SHALLOW', false, '2026-11-30 15:58:39.990111+00', '2026-11-30 15:58:40.088446+00', '2026-11-30 15:58:40.320745+00', 24, 24, 12, 10, 1, 1, 1, 0, 0, 'END', NULL, NULL, 0, NULL, NULL, '5525c08b-9082-427b-8c6a-491713090e0c', NULL, 1, NULL),
	(2, 'erp-bins-to-vault', 'IN_PROGRESS', false, 'operator', 'all', NULL, NULL, 'SHALLOW', true, '2026-11-30 15:58:46.727482+00', '2026-11-30 15:58:46.788982+00', NULL, 24, 24, 12, 10, 1, 1, 1, 0, 0, 'REPAIR', NULL, 18, 0, NULL, NULL, '5525c08b-9082-427b-8c6a-491713090e0c', '2026-11-30 15:58:50.758704+00', 1, NULL),
	(3, 'erp-boxes-to-vault', 'IN_PROGRESS', false, 'operator', 'all', NULL, NULL, 'SHALLOW', false, '2026-11-30 15:58:47.202346+00', '2026-11-30 15:58:47.296555+00', NULL, 240, 20, 20, 18, 1, 0, 1, 0, 0, 'SOURCE', '["2026-01-01 00:00:20+00","BOX-020"]', NULL, 0, NULL, NULL, '5525c08b-9082-427b-8c6a-491713090e0c', '2026-11-30 15:58:50.758704+00', 1, NULL);
INSERT INTO public.sync_record VALUES
	(1767225601000000, 1796054316015, 1796054316015, 1, 1, '81bec7d8-f8dc-89aa-ba03-13fad981ee03', NULL, NULL, 1, 1, 1, 1, false, false, 'V-001', 'Vendor 1', 'R-80811066', '\x4f0574aa602b', NULL, NULL),
	(1767225602000000, 1796054316015, 1796054316015, 1, 1, 'fcb4dbd5-4e87-7193-651c-242783ef3743', NULL, NULL, 1, 1, 1, 1, false, false, 'V-002', 'Vendor 2', 'R-80811067', '\xe79cdc33c8b2', NULL, NULL),
	(1767225603000000, 1796054316015, NULL, 1, NULL, NULL, NULL, 'b6d2447c-71f1-9c75-e8fd-374069d6cf0b', 1, 4, 0, 1, false, false, 'V-003', NULL, NULL, NULL, 'Required field ''name'' is missing. Fill it in at the source; the record goes with the next run', NULL),
	(1767225604000000, 1796054316015, NULL, 1, NULL, NULL, NULL, '9833b4d5-3bc0-0bb5-cd2a-7424a46fe538', 1, 3, 0, 1, false, false, 'V-004', 'Vendor 4', NULL, NULL, 'Rule 1 blocks it: vendorNo eq V-004. Delete the rule and it goes with the next run', NULL),
	(1767225605000000, 1796054316015, NULL, 1, NULL, NULL, NULL, '1a399826-7cc0-189b-509d-b250b9c987ef', 1, 2, 0, 1, false, false, 'V-005', 'Vendor 5', NULL, NULL, 'The relay has no room for it', NULL),
	(1767225608000000, 1796054316015, NULL, 1, NULL, NULL, NULL, '680ac34d-8677-3748-4cd9-28f6bea6e1dc', 1, 4, 0, 1, false, false, 'V-008', 'Vendor 8', NULL, NULL, 'Rule 2 holds it: city eq Nowhere. Delete the rule and it goes with the next run', NULL),
	(1767225609000000, 1796054316015, 1796054316015, 1, 1, '923e3dcb-6336-86f2-1582-bfa69a114d6e', NULL, NULL, 1, 1, 1, 1, false, false, 'V-009', 'Vendor 9', 'R-80811074', '\x8cbdb712a393', NULL, NULL),
	(1767225610000000, 1796054316015, 1796054316015, 1, 1, 'ef6dee1c-51ec-6f76-3271-bbdf0768f174', NULL, NULL, 1, 1, 1, 1, false, false, 'V-010', 'Vendor 10', 'R-80811096', '\x450c83fdf792', NULL, NULL),
	(1767225611000000, 1796054316015, 1796054316015, 1, 1, 'b5f8ac70-0492-6aa2-1fe8-4651a2638b76', NULL, NULL, 1, 1, 1, 1, false, false, 'V-011', 'Vendor 11', 'R-80811097', '\xdd7b1b8a6fe5', NULL, NULL),
	(1767225612000000, 1796054316015, 1796054316015, 1, 1, '432b7a1a-08a0-8271-af49-cb33a26fbf6f', NULL, NULL, 1, 1, 1, 1, false, false, 'V-012', 'Vendor 12', 'R-80811098', '\x75e2b313c77c', NULL, NULL),
	(1767225600000000, 1796054316578, 1796054316578, 2, 2, 'b39b8a35-186c-000b-d1ac-5ccabb599c83', NULL, NULL, 2, 1, 1, 1, false, false, 'S-001', 'Has its vendor', 'R-78040503', '\x9a1e4a28a8de', NULL, NULL),
	(1767225600000000, 1796054316578, NULL, 2, NULL, NULL, NULL, 'df5f2a90-4e83-fa30-9beb-affd5c5fb346', 2, 4, 0, 1, false, false, 'S-002', 'Waits for a vendor without a name', NULL, NULL, 'Its parent vendorNo V-003 is not there yet: route erp-vendors-to-relay has not delivered it, it is ON_HOLD there: Required field ''name'' is missing. Fill it in at the source; the record goes with the next run. It goes by itself once that has', NULL),
	(1767225600000000, 1796054316578, NULL, 2, NULL, NULL, NULL, '58021472-fabb-6670-6d6b-aade7464c627', 2, 4, 0, 1, false, false, 'S-003', 'Waits for a vendor that is not there', NULL, NULL, 'Its parent vendorNo V-099 is not there yet: route erp-vendors-to-relay has not delivered it, and has never seen it. It goes by itself once that has', NULL),
	(1767225601000000, 1796054317038, 1796054317038, 3, 3, 'fdfbf9fe-d12b-b758-0684-caeb85881ee5', NULL, NULL, 3, 1, 1, 1, false, false, 'I-001', 'Item 1', 'R-68805293', '\x47acef3b', NULL, NULL),
	(1767225602000000, 1796054317038, 1796054317038, 3, 3, '41b74890-a053-433b-ae72-d6a6f29ee90c', NULL, NULL, 3, 1, 1, 1, false, false, 'I-002', 'Item 2', 'R-68805294', '\xef3547a2', NULL, NULL),
	(1767225603000000, 1796054317038, 1796054317038, 3, 3, 'c37473d6-34d0-2133-4761-36a276f2e6d7', NULL, NULL, 3, 1, 1, 1, false, false, 'I-003', 'Item 3', 'R-68805295', '\x7742dfd5', NULL, NULL),
	(1767225604000000, 1796054317038, 1796054317038, 3, 3, '13a85dce-3419-9fd2-69c2-40d873a92ac2', NULL, NULL, 3, 1, 1, 1, false, false, 'I-004', 'Item 4', 'R-68805296', '\xbe071690', NULL, NULL),
	(1767225605000000, 1796054317038, 1796054317038, 3, 3, '98c074d4-2361-8433-0cc2-5e699e66f155', NULL, NULL, 3, 1, 1, 1, false, false, 'I-005', 'Item 5', 'R-68805297', '\x26708ee7', NULL, NULL),
	(1767225606000000, 1796054317038, 1796054317038, 3, 3, '7675b397-559d-391a-3ec2-fe70cd35b940', NULL, NULL, 3, 1, 1, 1, false, false, 'I-006', 'Item 6', 'R-68805298', '\x8ee9267e', NULL, NULL),
	(1767225601000000, 1796054317595, 1796054317595, 4, 4, '26498f18-4eca-eb5a-a81d-18635025846d', NULL, NULL, 4, 1, 1, 1, false, false, 'BIN-01', 'Bin 1', NULL, '\xd94da660', NULL, NULL),
	(1767225606000000, 1796054319527, 1796054319527, 6, 17, '22c2acda-79a4-b0e6-e87b-821407a70a2d', NULL, NULL, 1, 1, 1, 2, false, false, 'V-006', 'Vendor six, as edited', 'R-80811071', '\x8640bdefa96e', NULL, 2),
	(1767225607000000, 1796054316015, NULL, 1, NULL, NULL, NULL, '6b6197e3-70fb-c408-1d84-41012cd1dc37', 1, 0, 0, 1, false, false, 'V-007', 'Vendor 7', NULL, NULL, 'The relay has no room for it', 2),
	(1767225602000000, 1796054317595, 1796054317595, 4, 4, 'af80ecb6-2e5b-9cec-d99c-9a11d2c006c8', NULL, NULL, 4, 1, 1, 1, false, false, 'BIN-02', 'Bin 2', NULL, '\x71d40ef9', NULL, NULL),
	(1767225603000000, 1796054317595, 1796054317595, 4, 4, 'd197c979-aefa-2aa1-25cb-3857b8fadbb6', NULL, NULL, 4, 1, 1, 1, false, false, 'BIN-03', 'Bin 3', NULL, '\xe9a3968e', NULL, NULL),
	(1767225604000000, 1796054317595, 1796054317595, 4, 4, '10f8ad2d-d760-505c-4d6a-6b1d6aa69fc9', NULL, NULL, 4, 1, 1, 1, false, false, 'BIN-04', 'Bin 4', NULL, '\x20e65fcb', NULL, NULL),
	(1767225605000000, 1796054317595, 1796054317595, 4, 4, 'dcf1f049-4c65-5faf-a156-b2998d0aa20a', NULL, NULL, 4, 1, 1, 1, false, false, 'BIN-05', 'Bin 5', NULL, '\xb891c7bc', NULL, NULL),
	(1767225606000000, 1796054317595, 1796054317595, 4, 4, 'c8bc08f6-4f8c-c00c-878f-37bf8800b9e5', NULL, NULL, 4, 1, 1, 1, false, false, 'BIN-06', 'Bin 6', NULL, '\x10086f25', NULL, NULL),
	(1767225607000000, 1796054317595, 1796054317595, 4, 4, 'df06e405-575c-a496-4390-55124307bd59', NULL, NULL, 4, 1, 1, 1, false, false, 'BIN-07', 'Bin 7', NULL, '\x887ff752', NULL, NULL),
	(1767225608000000, 1796054317595, 1796054317595, 4, 4, 'ec6ba75a-13dd-856e-f631-42acef51b736', NULL, NULL, 4, 1, 1, 1, false, false, 'BIN-08', 'Bin 8', NULL, '\x8282fdaf', NULL, NULL),
	(1767225609000000, 1796054317595, 1796054317595, 4, 4, '399353ad-1bed-c12b-bacb-f8c980c12d23', NULL, NULL, 4, 1, 1, 1, false, false, 'BIN-09', 'Bin 9', NULL, '\x1af565d8', NULL, NULL),
	(1767225610000000, 1796054317595, 1796054317595, 4, 4, '6cdfff6b-e233-c408-7b46-9460f72c5140', NULL, NULL, 4, 1, 1, 1, false, false, 'BIN-10', 'Bin 10', NULL, '\xd34478d3', NULL, NULL),
	(1767225611000000, 1796054317595, 1796054317595, 4, 4, '1152f0d7-0b44-2169-c79c-02be5daef6af', NULL, NULL, 4, 1, 1, 1, false, false, 'BIN-11', 'Bin 11', NULL, '\x4b33e0a4', NULL, NULL),
	(1767225612000000, 1796054317595, 1796054317595, 4, 4, '28c52fcb-92b6-5c0b-755e-5df32b2626ee', NULL, NULL, 4, 1, 1, 1, false, false, 'BIN-12', 'Bin 12', NULL, '\xe3aa483d', NULL, NULL),
	(1767225601000000, 1796054317922, 1796054317922, 5, 5, 'a2edf277-1c35-9d9e-034e-b93ef8cd5d62', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-001', 'Box 1', NULL, '\x1ba464c7', NULL, NULL),
	(1767225602000000, 1796054317922, 1796054317922, 5, 5, '546293d8-ce6d-0ed9-7fc8-de4e21a5500b', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-002', 'Box 2', NULL, '\xb33dcc5e', NULL, NULL),
	(1767225603000000, 1796054317922, 1796054317922, 5, 5, '23eda93c-0e91-e949-2deb-b79a3f5fb6c9', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-003', 'Box 3', NULL, '\x2b4a5429', NULL, NULL),
	(1767225604000000, 1796054317922, 1796054317922, 5, 5, 'f3672823-0ea2-e604-c209-6d2743a58471', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-004', 'Box 4', NULL, '\xe20f9d6c', NULL, NULL),
	(1767225605000000, 1796054317922, 1796054317922, 5, 5, 'ce62e998-697b-4857-c271-e19d09af0126', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-005', 'Box 5', NULL, '\x7a78051b', NULL, NULL),
	(1767225606000000, 1796054317922, 1796054317922, 5, 5, '9a1a9fbc-63a1-cff7-efa7-bac748e902f6', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-006', 'Box 6', NULL, '\xd2e1ad82', NULL, NULL),
	(1767225607000000, 1796054317922, 1796054317922, 5, 5, '5a8a076d-2562-cfc8-c28e-23bbebe8a347', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-007', 'Box 7', NULL, '\x4a9635f5', NULL, NULL),
	(1767225608000000, 1796054317922, 1796054317922, 5, 5, '7a1e3f97-4bd4-abea-ec49-1411da8819ee', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-008', 'Box 8', NULL, '\x406b3f08', NULL, NULL),
	(1767225609000000, 1796054317922, 1796054317922, 5, 5, '70220b23-7703-976a-d38a-da52be546bb0', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-009', 'Box 9', NULL, '\xd81ca77f', NULL, NULL),
	(1767225610000000, 1796054317922, 1796054317922, 5, 5, 'ba3f6cd8-1938-1437-cecd-277376f8a661', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-010', 'Box 10', NULL, '\x11adef5c', NULL, NULL),
	(1767225611000000, 1796054318043, 1796054318043, 5, 6, '63a9537f-964a-92b3-1ab4-28ceada94699', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-011', 'Box 11', NULL, '\x89da772b', NULL, NULL),
	(1767225612000000, 1796054318043, 1796054318043, 5, 6, '6eeb2ac0-220f-8d5f-b09b-4d242a0e74e2', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-012', 'Box 12', NULL, '\x2143dfb2', NULL, NULL),
	(1767225613000000, 1796054318043, 1796054318043, 5, 6, '25625b61-d591-edc8-f183-32bab9879b20', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-013', 'Box 13', NULL, '\xb93447c5', NULL, NULL),
	(1767225614000000, 1796054318043, 1796054318043, 5, 6, 'e3179ccf-1e44-b386-c765-9e43b8071a52', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-014', 'Box 14', NULL, '\x70718e80', NULL, NULL),
	(1767225615000000, 1796054318043, 1796054318043, 5, 6, 'eb1e11b8-2cbd-a05f-37c4-ac04a5087695', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-015', 'Box 15', NULL, '\xe80616f7', NULL, NULL),
	(1767225616000000, 1796054318043, 1796054318043, 5, 6, '906614d8-cac1-d176-09a1-4a4012cc5da1', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-016', 'Box 16', NULL, '\x409fbe6e', NULL, NULL),
	(1767225617000000, 1796054318043, 1796054318043, 5, 6, '74e8792d-98bb-a592-aa25-7f10a31acb00', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-017', 'Box 17', NULL, '\xd8e82619', NULL, NULL);
INSERT INTO public.sync_record VALUES
	(1767225618000000, 1796054318043, 1796054318043, 5, 6, 'a8ad17a2-3bf8-8642-fd30-0104538352af', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-018', 'Box 18', NULL, '\xd2152ce4', NULL, NULL),
	(1767225619000000, 1796054318043, 1796054318043, 5, 6, 'f01e7a81-17c6-a999-0612-abc6363f9241', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-019', 'Box 19', NULL, '\x4a62b493', NULL, NULL),
	(1767225620000000, 1796054318043, 1796054318043, 5, 6, 'f5eaa5b4-5431-f7d6-ec3a-5650d347b5b1', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-020', 'Box 20', NULL, '\xd1de2f2f', NULL, NULL),
	(1767225621000000, 1796054318141, 1796054318141, 5, 7, '72542278-0908-2b3f-aea6-9820f3022481', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-021', 'Box 21', NULL, '\x49a9b758', NULL, NULL),
	(1767225622000000, 1796054318141, 1796054318141, 5, 7, '35e12b5e-add6-a4b4-d740-cf58a8a9c20f', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-022', 'Box 22', NULL, '\xe1301fc1', NULL, NULL),
	(1767225623000000, 1796054318141, 1796054318141, 5, 7, '739326ed-4d0f-c199-0bb5-b71b1a5f7637', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-023', 'Box 23', NULL, '\x794787b6', NULL, NULL),
	(1767225624000000, 1796054318141, 1796054318141, 5, 7, 'b2d10681-f8a5-c6d9-45e3-702ad2e283b4', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-024', 'Box 24', NULL, '\xb0024ef3', NULL, NULL),
	(1767225625000000, 1796054318141, 1796054318141, 5, 7, '1608dfc5-1801-7319-e75b-5217be4ae829', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-025', 'Box 25', NULL, '\x2875d684', NULL, NULL),
	(1767225626000000, 1796054318141, 1796054318141, 5, 7, '2c56e46b-5d2e-fe4c-7ed5-9616dc1168d0', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-026', 'Box 26', NULL, '\x80ec7e1d', NULL, NULL),
	(1767225627000000, 1796054318141, 1796054318141, 5, 7, 'c80ebefc-9c95-4c45-6f72-1ca5202ad26f', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-027', 'Box 27', NULL, '\x189be66a', NULL, NULL),
	(1767225628000000, 1796054318141, 1796054318141, 5, 7, 'a5eb0238-6aac-70c4-0c49-66d27b1cd88e', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-028', 'Box 28', NULL, '\x1266ec97', NULL, NULL),
	(1767225629000000, 1796054318141, 1796054318141, 5, 7, '81b7a7a7-8e1c-1e83-64fe-64893af9e9b2', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-029', 'Box 29', NULL, '\x8a1174e0', NULL, NULL),
	(1767225630000000, 1796054318141, 1796054318141, 5, 7, '41af6923-8802-d49e-2553-f8bd2571f731', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-030', 'Box 30', NULL, '\x43a0bd51', NULL, NULL),
	(1767225631000000, 1796054318248, 1796054318248, 5, 8, '14f38972-fda6-6d2a-607e-137c14cc6a3c', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-031', 'Box 31', NULL, '\xdbd72526', NULL, NULL),
	(1767225632000000, 1796054318248, 1796054318248, 5, 8, 'f0846821-f364-9ae6-d3ad-498f2916974d', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-032', 'Box 32', NULL, '\x734e8dbf', NULL, NULL),
	(1767225633000000, 1796054318248, 1796054318248, 5, 8, '4c1e81d7-08c8-78c4-94b3-be80f89151d2', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-033', 'Box 33', NULL, '\xeb3915c8', NULL, NULL),
	(1767225634000000, 1796054318248, 1796054318248, 5, 8, '98e590b1-eceb-f724-4501-a25828de23ff', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-034', 'Box 34', NULL, '\x227cdc8d', NULL, NULL),
	(1767225635000000, 1796054318248, 1796054318248, 5, 8, '3aa71849-ebee-51b5-5f46-9fb8170af092', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-035', 'Box 35', NULL, '\xba0b44fa', NULL, NULL),
	(1767225636000000, 1796054318248, 1796054318248, 5, 8, '9e93c314-5ede-bcb7-33a4-b6e2b47d74c0', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-036', 'Box 36', NULL, '\x1292ec63', NULL, NULL),
	(1767225637000000, 1796054318248, 1796054318248, 5, 8, 'b9a75ef0-80b6-f996-bfea-eb53e392aefd', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-037', 'Box 37', NULL, '\x8ae57414', NULL, NULL),
	(1767225638000000, 1796054318248, 1796054318248, 5, 8, '499e34b8-d5da-ce6a-6f38-12f2765f9065', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-038', 'Box 38', NULL, '\x80187ee9', NULL, NULL),
	(1767225639000000, 1796054318248, 1796054318248, 5, 8, 'd1210e5b-68a2-8c60-b013-5c49f40b026f', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-039', 'Box 39', NULL, '\x186fe69e', NULL, NULL),
	(1767225640000000, 1796054318248, 1796054318248, 5, 8, '212c3e99-6ab0-1232-975b-fe42a29621b3', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-040', 'Box 40', NULL, '\x27c9d938', NULL, NULL),
	(1767225641000000, 1796054318353, 1796054318353, 5, 9, 'a483d69d-f845-7568-a71c-60649417c9f0', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-041', 'Box 41', NULL, '\xbfbe414f', NULL, NULL),
	(1767225642000000, 1796054318353, 1796054318353, 5, 9, '44f08e02-59cc-5640-ec24-d7569bfabe7c', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-042', 'Box 42', NULL, '\x1727e9d6', NULL, NULL),
	(1767225643000000, 1796054318353, 1796054318353, 5, 9, '804a0815-be1f-acaf-83d0-488adfc5ba82', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-043', 'Box 43', NULL, '\x8f5071a1', NULL, NULL),
	(1767225644000000, 1796054318353, 1796054318353, 5, 9, '6e2ea28b-9df8-c99a-163a-4ab47d0c5921', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-044', 'Box 44', NULL, '\x4615b8e4', NULL, NULL),
	(1767225645000000, 1796054318353, 1796054318353, 5, 9, '2c918bed-3a88-da6a-3162-b1bbf9963f92', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-045', 'Box 45', NULL, '\xde622093', NULL, NULL),
	(1767225646000000, 1796054318353, 1796054318353, 5, 9, 'e8608b1c-39f9-6071-8c71-3cc96099bc49', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-046', 'Box 46', NULL, '\x76fb880a', NULL, NULL),
	(1767225647000000, 1796054318353, 1796054318353, 5, 9, 'e401d5ae-cfc2-1562-d6eb-9865ca10e0bb', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-047', 'Box 47', NULL, '\xee8c107d', NULL, NULL),
	(1767225648000000, 1796054318353, 1796054318353, 5, 9, 'b004135b-8eb8-06de-64e3-4d2cf99149fe', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-048', 'Box 48', NULL, '\xe4711a80', NULL, NULL),
	(1767225649000000, 1796054318353, 1796054318353, 5, 9, '0ec0b524-be48-50ed-c78c-d2e83f355007', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-049', 'Box 49', NULL, '\x7c0682f7', NULL, NULL),
	(1767225650000000, 1796054318353, 1796054318353, 5, 9, '7874f340-666b-be1d-668b-c91efa6abe88', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-050', 'Box 50', NULL, '\xb5b74b46', NULL, NULL),
	(1767225681000000, 1796054318782, 1796054318782, 5, 13, '3bfdc320-7619-78d4-a678-dfe70b0b6c42', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-081', 'Box 81', NULL, '\x2561db90', NULL, NULL),
	(1767225682000000, 1796054318782, 1796054318782, 5, 13, '27d42c9f-43d0-c95f-e659-b52824f3ae52', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-082', 'Box 82', NULL, '\x8df87309', NULL, NULL),
	(1767225683000000, 1796054318782, 1796054318782, 5, 13, '5e947ddd-38ee-b75b-5c1e-9b53a517fcf8', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-083', 'Box 83', NULL, '\x158feb7e', NULL, NULL),
	(1767225684000000, 1796054318782, 1796054318782, 5, 13, '5c0dc6f6-add2-37a6-6ad6-8f73f40b152d', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-084', 'Box 84', NULL, '\xdcca223b', NULL, NULL),
	(1767225685000000, 1796054318782, 1796054318782, 5, 13, 'd8a160c8-6578-596e-1dd7-a2c239b818ad', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-085', 'Box 85', NULL, '\x44bdba4c', NULL, NULL),
	(1767225686000000, 1796054318782, 1796054318782, 5, 13, '89b154cc-1de6-38c3-6aae-3131d197d438', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-086', 'Box 86', NULL, '\xec2412d5', NULL, NULL),
	(1767225687000000, 1796054318782, 1796054318782, 5, 13, '0c6642f9-571a-05fd-6284-a418d668f365', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-087', 'Box 87', NULL, '\x74538aa2', NULL, NULL),
	(1767225688000000, 1796054318782, 1796054318782, 5, 13, '5c584127-945b-6993-a238-c85b6dc80d52', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-088', 'Box 88', NULL, '\x7eae805f', NULL, NULL),
	(1767225689000000, 1796054318782, 1796054318782, 5, 13, '6e37f000-5c88-640b-cd82-5c3543a4c237', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-089', 'Box 89', NULL, '\xe6d91828', NULL, NULL),
	(1767225690000000, 1796054318782, 1796054318782, 5, 13, '3b7cd8d2-ca47-a655-a864-6c5e642f0a66', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-090', 'Box 90', NULL, '\x2f68d199', NULL, NULL),
	(1767225701000000, 1796054319039, 1796054319039, 5, 15, 'ea1e25b5-2008-23cf-0456-9d132593b7b6', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-101', 'Box 101', NULL, '\xb11cf78c', NULL, NULL),
	(1767225702000000, 1796054319039, 1796054319039, 5, 15, 'f1c584ed-4ab7-058c-e068-55ad8725ad65', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-102', 'Box 102', NULL, '\x19855f15', NULL, NULL),
	(1767225703000000, 1796054319039, 1796054319039, 5, 15, '0eddaba8-ff1e-f530-b75a-2f928a8d01ba', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-103', 'Box 103', NULL, '\x81f2c762', NULL, NULL),
	(1767225704000000, 1796054319039, 1796054319039, 5, 15, 'a90f0e18-62fc-ac54-cd6c-a6bd9b981b54', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-104', 'Box 104', NULL, '\x48b70e27', NULL, NULL),
	(1767225705000000, 1796054319039, 1796054319039, 5, 15, '8702930c-1d46-3c72-fdef-ab7df9ee41c8', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-105', 'Box 105', NULL, '\xd0c09650', NULL, NULL),
	(1767225706000000, 1796054319039, 1796054319039, 5, 15, '59eb9e7e-a833-0872-2192-1389c878f531', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-106', 'Box 106', NULL, '\x78593ec9', NULL, NULL),
	(1767225707000000, 1796054319039, 1796054319039, 5, 15, '87e41c02-fc7a-0a6e-95f9-2f18ccb726b8', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-107', 'Box 107', NULL, '\xe02ea6be', NULL, NULL);
INSERT INTO public.sync_record VALUES
	(1767225708000000, 1796054319039, 1796054319039, 5, 15, 'e116677b-334b-4ffd-9844-dfeb124fb995', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-108', 'Box 108', NULL, '\xead3ac43', NULL, NULL),
	(1767225709000000, 1796054319039, 1796054319039, 5, 15, '3059ce74-722a-70fe-9e9f-ef2bcfa984dc', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-109', 'Box 109', NULL, '\x72a43434', NULL, NULL),
	(1767225710000000, 1796054319039, 1796054319039, 5, 15, 'c9ec787f-4e33-eee5-a515-fffdc76914a4', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-110', 'Box 110', NULL, '\xbb15fd85', NULL, NULL),
	(1767225711000000, 1796054319176, 1796054319176, 5, 16, '4e51c800-7fff-eaff-2db9-dc1f2168d82c', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-111', 'Box 111', NULL, '\x236265f2', NULL, NULL),
	(1767225712000000, 1796054319176, 1796054319176, 5, 16, '8b4351e9-5577-6f44-d194-edfe56957acb', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-112', 'Box 112', NULL, '\x8bfbcd6b', NULL, NULL),
	(1767225713000000, 1796054319176, 1796054319176, 5, 16, '472929b2-ea5f-983e-51a6-1ac2e430aaf4', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-113', 'Box 113', NULL, '\x138c551c', NULL, NULL),
	(1767225714000000, 1796054319176, 1796054319176, 5, 16, '6362a574-11b8-850e-7b9f-078f050a4708', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-114', 'Box 114', NULL, '\xdac99c59', NULL, NULL),
	(1767225715000000, 1796054319176, 1796054319176, 5, 16, '48265ce3-24a9-7666-a608-d76ecd0911d0', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-115', 'Box 115', NULL, '\x42be042e', NULL, NULL),
	(1767225651000000, 1796054318456, 1796054318456, 5, 10, 'b9bec4cc-808f-960d-da88-17e22e3c2355', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-051', 'Box 51', NULL, '\x2dc0d331', NULL, NULL),
	(1767225652000000, 1796054318456, 1796054318456, 5, 10, 'ea239e61-185e-4ac7-bbd4-5a7ce27dd77e', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-052', 'Box 52', NULL, '\x85597ba8', NULL, NULL),
	(1767225653000000, 1796054318456, 1796054318456, 5, 10, '222dbf0a-622a-c55a-186b-e328db5a510c', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-053', 'Box 53', NULL, '\x1d2ee3df', NULL, NULL),
	(1767225654000000, 1796054318456, 1796054318456, 5, 10, '33ceab77-e3bb-a132-d624-4cc0c9084636', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-054', 'Box 54', NULL, '\xd46b2a9a', NULL, NULL),
	(1767225655000000, 1796054318456, 1796054318456, 5, 10, '0b0f04c7-640e-2202-7564-10b2ef2b7143', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-055', 'Box 55', NULL, '\x4c1cb2ed', NULL, NULL),
	(1767225656000000, 1796054318456, 1796054318456, 5, 10, '846c24ee-cfe1-7cc5-7206-5da3d7da3b14', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-056', 'Box 56', NULL, '\xe4851a74', NULL, NULL),
	(1767225657000000, 1796054318456, 1796054318456, 5, 10, '959094ad-64bb-2dc6-caae-d6fd31a08e25', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-057', 'Box 57', NULL, '\x7cf28203', NULL, NULL),
	(1767225658000000, 1796054318456, 1796054318456, 5, 10, 'd44ecf1b-54c6-fec1-8d88-80f188111d54', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-058', 'Box 58', NULL, '\x760f88fe', NULL, NULL),
	(1767225659000000, 1796054318456, 1796054318456, 5, 10, 'e582a6ed-03a9-1fa9-6f03-af1362086b69', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-059', 'Box 59', NULL, '\xee781089', NULL, NULL),
	(1767225660000000, 1796054318456, 1796054318456, 5, 10, 'dd330eb2-7f61-e27e-86a3-f6e72db06ffa', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-060', 'Box 60', NULL, '\x75c48b35', NULL, NULL),
	(1767225661000000, 1796054318534, 1796054318534, 5, 11, '45325832-9293-d179-2c31-fb872dd45b5a', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-061', 'Box 61', NULL, '\xedb31342', NULL, NULL),
	(1767225662000000, 1796054318534, 1796054318534, 5, 11, '8d723d2f-9ae4-c08d-785b-2de10436e40e', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-062', 'Box 62', NULL, '\x452abbdb', NULL, NULL),
	(1767225663000000, 1796054318534, 1796054318534, 5, 11, '149dedfb-0f7b-3bfe-79ef-ec39187ed741', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-063', 'Box 63', NULL, '\xdd5d23ac', NULL, NULL),
	(1767225664000000, 1796054318534, 1796054318534, 5, 11, 'c10eaf5d-d4e5-3a96-5df7-7e9027a9b02a', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-064', 'Box 64', NULL, '\x1418eae9', NULL, NULL),
	(1767225665000000, 1796054318534, 1796054318534, 5, 11, '785c9e75-6a50-adef-3b85-e12805ba6fbc', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-065', 'Box 65', NULL, '\x8c6f729e', NULL, NULL),
	(1767225666000000, 1796054318534, 1796054318534, 5, 11, 'f83fde78-0b62-5ca5-bc45-6e6c6a78e506', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-066', 'Box 66', NULL, '\x24f6da07', NULL, NULL),
	(1767225667000000, 1796054318534, 1796054318534, 5, 11, '7a2fff39-adb3-6769-8aa4-57db3745ceb9', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-067', 'Box 67', NULL, '\xbc814270', NULL, NULL),
	(1767225668000000, 1796054318534, 1796054318534, 5, 11, 'bd300694-64d4-4050-aacb-62fabdd07510', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-068', 'Box 68', NULL, '\xb67c488d', NULL, NULL),
	(1767225669000000, 1796054318534, 1796054318534, 5, 11, 'c1901c13-0cb1-0c2b-c534-e9c01b6960ce', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-069', 'Box 69', NULL, '\x2e0bd0fa', NULL, NULL),
	(1767225670000000, 1796054318534, 1796054318534, 5, 11, 'ab55f8d3-7f4a-11a0-ae97-2940349cb1c7', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-070', 'Box 70', NULL, '\xe7ba194b', NULL, NULL),
	(1767225671000000, 1796054318688, 1796054318688, 5, 12, '156ea1d8-ab87-f25d-cb06-ca80bdacd3df', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-071', 'Box 71', NULL, '\x7fcd813c', NULL, NULL),
	(1767225672000000, 1796054318688, 1796054318688, 5, 12, '76feb64b-5bd9-dc56-a9f4-ece1b6247cdf', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-072', 'Box 72', NULL, '\xd75429a5', NULL, NULL),
	(1767225673000000, 1796054318688, 1796054318688, 5, 12, '705264eb-6a69-015d-2bdd-2564c1255d6e', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-073', 'Box 73', NULL, '\x4f23b1d2', NULL, NULL),
	(1767225674000000, 1796054318688, 1796054318688, 5, 12, 'f95e729a-a985-dd10-edea-fc5dbe6984b1', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-074', 'Box 74', NULL, '\x86667897', NULL, NULL),
	(1767225675000000, 1796054318688, 1796054318688, 5, 12, '12b8eda4-1d9c-a905-b9de-2db02d90ddb3', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-075', 'Box 75', NULL, '\x1e11e0e0', NULL, NULL),
	(1767225676000000, 1796054318688, 1796054318688, 5, 12, '4f2206ba-d444-e983-c9a2-bc592878544c', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-076', 'Box 76', NULL, '\xb6884879', NULL, NULL),
	(1767225677000000, 1796054318688, 1796054318688, 5, 12, '449e6df8-76b5-7928-e129-c6418bf69e2d', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-077', 'Box 77', NULL, '\x2effd00e', NULL, NULL),
	(1767225678000000, 1796054318688, 1796054318688, 5, 12, '60e84047-700a-2ff7-7aba-e901c25f4447', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-078', 'Box 78', NULL, '\x2402daf3', NULL, NULL),
	(1767225679000000, 1796054318688, 1796054318688, 5, 12, 'f400475d-317e-bf29-fe7b-9ea2c63049c6', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-079', 'Box 79', NULL, '\xbc754284', NULL, NULL),
	(1767225680000000, 1796054318688, 1796054318688, 5, 12, '1f33203c-36d3-2a33-b4e7-cd65d08fd96b', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-080', 'Box 80', NULL, '\xbd1643e7', NULL, NULL),
	(1767225691000000, 1796054318928, 1796054318928, 5, 14, 'b6d0a49a-62b3-969b-879b-bc428a88d55a', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-091', 'Box 91', NULL, '\xb71f49ee', NULL, NULL),
	(1767225692000000, 1796054318928, 1796054318928, 5, 14, 'c8942ef9-5f41-d463-d63d-8c862fb9e43b', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-092', 'Box 92', NULL, '\x1f86e177', NULL, NULL),
	(1767225693000000, 1796054318928, 1796054318928, 5, 14, '2421f939-d796-8a6b-2f3e-6ba3d51680a0', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-093', 'Box 93', NULL, '\x87f17900', NULL, NULL),
	(1767225694000000, 1796054318928, 1796054318928, 5, 14, '24be91d5-43cd-8ae6-ea6c-41810b526b5b', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-094', 'Box 94', NULL, '\x4eb4b045', NULL, NULL),
	(1767225695000000, 1796054318928, 1796054318928, 5, 14, 'aeb6582a-2259-72d2-6416-648b84ffc871', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-095', 'Box 95', NULL, '\xd6c32832', NULL, NULL),
	(1767225696000000, 1796054318928, 1796054318928, 5, 14, '8b9c9ff0-5311-64c5-46b5-fa6c22a9195b', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-096', 'Box 96', NULL, '\x7e5a80ab', NULL, NULL),
	(1767225697000000, 1796054318928, 1796054318928, 5, 14, '11bcd862-6ecd-5a4d-3f8b-1349d03b119a', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-097', 'Box 97', NULL, '\xe62d18dc', NULL, NULL),
	(1767225698000000, 1796054318928, 1796054318928, 5, 14, '7241baf8-6613-c21e-b4b7-a5cb2aa1f14e', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-098', 'Box 98', NULL, '\xecd01221', NULL, NULL),
	(1767225699000000, 1796054318928, 1796054318928, 5, 14, '007ee53f-1643-e7c1-796f-276822928593', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-099', 'Box 99', NULL, '\x74a78a56', NULL, NULL),
	(1767225700000000, 1796054318928, 1796054318928, 5, 14, 'd7174042-c1a2-ba91-c6be-2646a9516fb8', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-100', 'Box 100', NULL, '\x296b6ffb', NULL, NULL),
	(1767225716000000, 1796054319176, 1796054319176, 5, 16, '94108a1e-5536-6cad-bf0a-5e04220249c1', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-116', 'Box 116', NULL, '\xea27acb7', NULL, NULL),
	(1767225717000000, 1796054319176, 1796054319176, 5, 16, '7003e31e-f57c-02e6-64e2-55ec5af5f8fa', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-117', 'Box 117', NULL, '\x725034c0', NULL, NULL);
INSERT INTO public.sync_record VALUES
	(1767225718000000, 1796054319176, 1796054319176, 5, 16, 'd94e5960-7de7-4663-96d2-2f20c54230b4', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-118', 'Box 118', NULL, '\x78ad3e3d', NULL, NULL),
	(1767225719000000, 1796054319176, 1796054319176, 5, 16, 'cfd938ec-7ca9-e232-cb11-a5eade25692a', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-119', 'Box 119', NULL, '\xe0daa64a', NULL, NULL),
	(1767225720000000, 1796054319176, 1796054319176, 5, 16, 'e9912d78-6000-eb69-b1a3-f4fdab9e317c', NULL, NULL, 5, 1, 1, 1, false, false, 'BOX-120', 'Box 120', NULL, '\x7b663df6', NULL, NULL),
	(1796054320990800, 1796054321067, NULL, 8, NULL, NULL, NULL, '5445c5a9-50ec-d679-5184-0aad91f82af8', 6, 2, 0, 1, false, false, 'document 1dc2e1706b267274', NULL, NULL, NULL, 'It ends within ISA. Ask for it again (at segment 1 (ISA), character 0)', NULL),
	(1796054321844574, 1796054322499, 1796054322499, 9, 19, '4222bd17-04ae-fc5c-833a-6a9ad298ee8d', '893cfe39-87e1-052d-0578-e3b76a4d8144', NULL, 6, 1, 2, 1, false, false, 'PO-10000', 'S-PO-10000', '2', '\x694f27db57b5857daeda3c20b15a62f01a91e015', NULL, NULL),
	(1796054321844574, 1796054322499, 1796054322499, 9, 19, '620c4c2b-cf23-1524-4dd3-bf3991d8e9fc', '2f767f9e-290a-a3a1-80e1-d90f5366ca14', NULL, 6, 1, 2, 1, false, false, 'PO-10005', 'S-PO-10005', '2', '\x90e427dbae1e857daeda3c20b15a62f01a91e015', NULL, NULL),
	(1767225601000000, 1796054324561, 1796054324561, 13, 20, '37fc450c-02e7-bde2-abbf-b2fd586c8d60', NULL, NULL, 7, 1, 1, 1, false, false, 'P-001', 'Part 1', 'R-75269940', '\x8c68bfa2', NULL, NULL),
	(1767225602000000, 1796054324561, 1796054324561, 13, 20, '560633b1-56ae-9dc8-6246-758841a7db74', NULL, NULL, 7, 1, 1, 1, false, false, 'P-002', 'Part 2', 'R-75269941', '\x24f1173b', NULL, NULL),
	(1767225603000000, 1796054324561, 1796054324561, 13, 20, 'ffbff1a3-3dd1-5cd5-05a2-4eb21c764788', NULL, NULL, 7, 1, 1, 1, false, false, 'P-003', 'Part 3', 'R-75269942', '\xbc868f4c', NULL, NULL),
	(1767225604000000, 1796054324561, 1796054324561, 13, 20, 'f3fa2969-d08a-fc67-9249-5cfde4aad201', NULL, NULL, 7, 1, 1, 1, false, false, 'P-004', 'Part 4', 'R-75269943', '\x75c34609', NULL, NULL),
	(1767225605000000, 1796054324561, 1796054324561, 13, 20, 'adf76c61-ee38-8252-ae06-80527f80fe3a', NULL, NULL, 7, 1, 1, 1, false, false, 'P-005', 'Part 5', 'R-75269944', '\xedb4de7e', NULL, NULL),
	(1767225606000000, 1796054324908, 1796054324908, 13, 21, '43966b89-5e71-6f51-01cd-33ee1e845bcc', NULL, NULL, 7, 1, 1, 1, false, false, 'P-006', 'Part 6', 'R-75269945', '\x452d76e7', NULL, NULL),
	(1767225607000000, 1796054324908, 1796054324908, 13, 21, 'dc0288b9-0bdf-4926-96c5-e766177c82bd', NULL, NULL, 7, 1, 1, 1, false, false, 'P-007', 'Part 7', 'R-75269946', '\xdd5aee90', NULL, NULL),
	(1767225608000000, 1796054324908, 1796054324908, 13, 21, 'b767113b-b9bb-7b8c-aac4-7b2e638d271c', NULL, NULL, 7, 1, 1, 1, false, false, 'P-008', 'Part 8', 'R-75269947', '\xd7a7e46d', NULL, NULL),
	(1767225609000000, 1796054324908, 1796054324908, 13, 21, '334ab06d-a74d-06b2-b1b9-1664f49208e7', NULL, NULL, 7, 1, 1, 1, false, false, 'P-009', 'Part 9', 'R-75269948', '\x4fd07c1a', NULL, NULL),
	(1767225610000000, 1796054324908, 1796054324908, 13, 21, '89a11ac0-3c5b-f114-b49d-e3e2d2cdd9cb', NULL, NULL, 7, 1, 1, 1, false, false, 'P-010', 'Part 10', 'R-75269970', '\x866179f9', NULL, NULL),
	(1767225611000000, 1796054325286, 1796054325286, 13, 22, '676fa6ed-974d-d270-4ef8-af202c7813fb', NULL, NULL, 7, 1, 1, 1, false, false, 'P-011', 'Part 11', 'R-75269971', '\x1e16e18e', NULL, NULL),
	(1767225612000000, 1796054325286, 1796054325286, 13, 22, '2236ab8d-b68e-1c85-ff4b-b8f60b346725', NULL, NULL, 7, 1, 1, 1, false, false, 'P-012', 'Part 12', 'R-75269972', '\xb68f4917', NULL, NULL),
	(1767225613000000, 1796054325286, 1796054325286, 13, 22, '497fa1d0-3ae0-6134-b995-3425ad29221c', NULL, NULL, 7, 1, 1, 1, false, false, 'P-013', 'Part 13', 'R-75269973', '\x2ef8d160', NULL, NULL),
	(1767225614000000, 1796054325286, 1796054325286, 13, 22, '880ed094-ab34-4aee-53bb-d701cca8816c', NULL, NULL, 7, 1, 1, 1, false, false, 'P-014', 'Part 14', 'R-75269974', '\xe7bd1825', NULL, NULL),
	(1767225615000000, 1796054325286, 1796054325286, 13, 22, 'c022e1bf-f4c9-ba3d-bf5c-a497270bc9a2', NULL, NULL, 7, 1, 1, 1, false, false, 'P-015', 'Part 15', 'R-75269975', '\x7fca8052', NULL, NULL),
	(1767225616000000, 1796054325665, 1796054325665, 13, 23, 'c2e05732-34a1-43c6-6e36-2f09c990ba07', NULL, NULL, 7, 1, 1, 1, false, false, 'P-016', 'Part 16', 'R-75269976', '\xd75328cb', NULL, NULL),
	(1767225617000000, 1796054325665, 1796054325665, 13, 23, 'a4322ca6-7d68-c03e-3882-aff0777f6999', NULL, NULL, 7, 1, 1, 1, false, false, 'P-017', 'Part 17', 'R-75269977', '\x4f24b0bc', NULL, NULL),
	(1767225618000000, 1796054325665, 1796054325665, 13, 23, 'a6c545d1-4ebc-cdb1-5832-ebd4df34b680', NULL, NULL, 7, 1, 1, 1, false, false, 'P-018', 'Part 18', 'R-75269978', '\x45d9ba41', NULL, NULL),
	(1767225619000000, 1796054325665, 1796054325665, 13, 23, '1590602d-60ec-b27e-a700-93bb683f096c', NULL, NULL, 7, 1, 1, 1, false, false, 'P-019', 'Part 19', 'R-75269979', '\xddae2236', NULL, NULL),
	(1767225620000000, 1796054325665, 1796054325665, 13, 23, 'b6e65155-8cfd-c610-9e49-58e0670cd804', NULL, NULL, 7, 1, 1, 1, false, false, 'P-020', 'Part 20', 'R-75270001', '\x4612b98a', NULL, NULL),
	(1767225621000000, 1796054326032, 1796054326032, 13, 24, 'b1b0a048-ca49-c157-d9d7-295b0238007d', NULL, NULL, 7, 1, 1, 1, false, false, 'P-021', 'Part 21', 'R-75270002', '\xde6521fd', NULL, NULL),
	(1767225622000000, 1796054326032, 1796054326032, 13, 24, 'd3b38d70-c690-eba9-b0db-062d053e5cb7', NULL, NULL, 7, 1, 1, 1, false, false, 'P-022', 'Part 22', 'R-75270003', '\x76fc8964', NULL, NULL),
	(1767225623000000, 1796054326032, 1796054326032, 13, 24, 'fe7fd546-c96b-08d6-0a40-bcecde499af9', NULL, NULL, 7, 1, 1, 1, false, false, 'P-023', 'Part 23', 'R-75270004', '\xee8b1113', NULL, NULL),
	(1767225624000000, 1796054326032, 1796054326032, 13, 24, 'b48d9ab9-8bcf-b715-717f-0346257b4244', NULL, NULL, 7, 1, 1, 1, false, false, 'P-024', 'Part 24', 'R-75270005', '\x27ced856', NULL, NULL),
	(1767225625000000, 1796054326032, 1796054326032, 13, 24, '2c8feea9-32db-d167-16e1-a79f4be3c36b', NULL, NULL, 7, 1, 1, 1, false, false, 'P-025', 'Part 25', 'R-75270006', '\xbfb94021', NULL, NULL);
INSERT INTO public.sync_replica VALUES
	('program-1', '{atlas-orders-to-erp,catalog-products-to-erp,erp-bins-to-vault,erp-boxes-to-vault,erp-items-to-registry,erp-parts-to-relay,erp-vendors-to-relay,erp-sites-to-relay,everest-orders-to-erp}', '2026-11-30 15:58:32.027612+00');
INSERT INTO public.sync_route OVERRIDING SYSTEM VALUE VALUES
	(2, 'erp-sites-to-relay', 1796054316452699, 'TIME', 1, 0, 0, 2, 0, '2026-11-30 15:58:36.703072+00'),
	(3, 'erp-items-to-registry', 1796054316918216, 'TIME', 6, 0, 0, 0, 0, '2026-11-30 15:58:37.163985+00'),
	(4, 'erp-bins-to-vault', 1796054317415069, 'TIME', 12, 0, 0, 0, 0, '2026-11-30 15:58:37.648658+00'),
	(5, 'erp-boxes-to-vault', 1796054317765629, 'TIME', 120, 0, 0, 0, 0, '2026-11-30 15:58:39.229605+00'),
	(6, 'atlas-orders-to-erp', 1796054321302518, 'TIME', 2, 1, 0, 0, 0, '2026-11-30 15:58:42.623781+00'),
	(7, 'erp-parts-to-relay', NULL, NULL, 25, 0, 0, 0, 0, NULL),
	(1, 'erp-vendors-to-relay', 1796054315136868, 'TIME', 7, 1, 1, 2, 1, '2026-11-30 15:58:36.148933+00'),
	(8, 'everest-orders-to-erp', NULL, NULL, 0, 0, 0, 0, 0, NULL);
INSERT INTO public.sync_rule OVERRIDING SYSTEM VALUE VALUES
	(1, '*-vendors-*', 'vendorNo', 'EQ', '{V-004}', NULL, 'BLOCK', '2026-11-30 15:58:33.409833+00', 'operator'),
	(2, '*-vendors-*', 'city', 'EQ', '{Nowhere}', NULL, 'HOLD', '2026-11-30 15:58:34.106272+00', 'operator');
INSERT INTO public.sync_run OVERRIDING SYSTEM VALUE VALUES
	(9, 'atlas-orders-to-erp', 'PARTIAL', false, 'ON_DEMAND', 'operator', 'all', NULL, NULL, 'SHALLOW', false, NULL, NULL, '2026-11-30 15:58:41.201604+00', '2026-11-30 15:58:41.290552+00', '2026-11-30 15:58:42.629215+00', NULL, 3, 0, 2, 0, 0, 1, 0, 0, 'END', NULL, '2026-11-30 15:58:41.302518+00', 1796054321844574, 'TIME', NULL, 0, NULL, NULL, 'program-1', NULL, 1, NULL, NULL, NULL, '2026-11-30 15:58:42.590877+00', NULL, NULL),
	(7, 'erp-vendors-to-relay', 'PARTIAL', false, 'ON_DEMAND', 'operator', 'all', NULL, NULL, 'SHALLOW', true, NULL, NULL, '2026-11-30 15:58:39.617478+00', '2026-11-30 15:58:39.657541+00', '2026-11-30 15:58:39.769683+00', 12, 12, 0, 0, 7, 0, 2, 1, 2, 'END', NULL, '2026-11-30 15:58:39.694264+00', 1767225612000000, 'TIME', NULL, 0, NULL, NULL, 'program-1', NULL, 1, NULL, NULL, '2026-11-30 15:58:39.694264+00', '2026-11-30 15:58:39.756532+00', NULL, NULL),
	(1, 'erp-vendors-to-relay', 'PARTIAL', false, 'ON_DEMAND', 'operator', 'all', NULL, NULL, 'SHALLOW', false, NULL, NULL, '2026-11-30 15:58:34.264999+00', '2026-11-30 15:58:34.806792+00', '2026-11-30 15:58:36.151108+00', 12, 12, 6, 0, 0, 0, 3, 1, 2, 'END', NULL, '2026-11-30 15:58:35.136868+00', 1767225612000000, 'TIME', NULL, 0, NULL, NULL, 'program-1', NULL, 1, NULL, NULL, '2026-11-30 15:58:35.136868+00', '2026-11-30 15:58:36.096131+00', NULL, NULL),
	(10, 'erp-boxes-to-vault', 'FAILED', false, 'ON_DEMAND', 'operator', 'all', NULL, NULL, 'SHALLOW', false, NULL, NULL, '2026-11-30 15:58:42.724518+00', '2026-11-30 15:58:42.823257+00', '2026-11-30 15:58:43.045534+00', NULL, 0, 0, 0, 0, 0, 0, 0, 0, 'RANGE', NULL, NULL, NULL, NULL, NULL, 0, 'Method with name: getSQLState not found on bean: dev.syncline.page.ChangedSource: Route erp-boxes-to-vault: the source refuses its query: ERROR: relation "boxes" does not exist
  Position: 66. Correct the query in the route''s file of type: dev.syncline.page.ChangedSource on the exchange: Exchange[8A8A67806476786-000000000000003D]', NULL, 'program-1', NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL),
	(2, 'erp-sites-to-relay', 'SUCCESS', false, 'ON_DEMAND', 'operator', 'all', NULL, NULL, 'SHALLOW', false, NULL, NULL, '2026-11-30 15:58:36.279502+00', '2026-11-30 15:58:36.409429+00', '2026-11-30 15:58:36.706138+00', 3, 3, 1, 0, 0, 0, 0, 0, 2, 'END', NULL, '2026-11-30 15:58:36.452699+00', 1767225600000000, 'TIME', NULL, 0, NULL, NULL, 'program-1', NULL, 1, NULL, NULL, '2026-11-30 15:58:36.452699+00', '2026-11-30 15:58:36.645719+00', NULL, NULL),
	(8, 'atlas-orders-to-erp', 'PARTIAL', false, 'NOTIFICATION', 'atlas', 'all', NULL, NULL, 'DEEP', false, '{"document 1dc2e1706b267274"}', NULL, '2026-11-30 15:58:40.831936+00', '2026-11-30 15:58:40.94212+00', '2026-11-30 15:58:41.080805+00', 1, 1, 0, 0, 0, 0, 1, 0, 0, 'END', NULL, NULL, 1796054320990800, 'TIME', NULL, 0, NULL, NULL, 'program-1', NULL, 1, NULL, NULL, NULL, '2026-11-30 15:58:41.063998+00', NULL, NULL),
	(3, 'erp-items-to-registry', 'SUCCESS', false, 'ON_DEMAND', 'operator', 'all', NULL, NULL, 'SHALLOW', false, NULL, NULL, '2026-11-30 15:58:36.789385+00', '2026-11-30 15:58:36.8855+00', '2026-11-30 15:58:37.168785+00', 6, 6, 6, 0, 0, 0, 0, 0, 0, 'END', NULL, '2026-11-30 15:58:36.918216+00', 1767225606000000, 'TIME', NULL, 0, NULL, NULL, 'program-1', NULL, 1, NULL, NULL, '2026-11-30 15:58:36.918216+00', '2026-11-30 15:58:37.119985+00', NULL, NULL),
	(11, 'erp-boxes-to-vault', 'FAILED', false, 'ON_DEMAND', 'operator', 'all', NULL, NULL, 'SHALLOW', false, NULL, NULL, '2026-11-30 15:58:43.100848+00', '2026-11-30 15:58:43.214075+00', '2026-11-30 15:58:43.29591+00', NULL, 0, 0, 0, 0, 0, 0, 0, 0, 'RANGE', NULL, NULL, NULL, NULL, NULL, 0, 'Method with name: getSQLState not found on bean: dev.syncline.page.ChangedSource: Route erp-boxes-to-vault: the source refuses its query: ERROR: relation "boxes" does not exist
  Position: 66. Correct the query in the route''s file of type: dev.syncline.page.ChangedSource on the exchange: Exchange[8A8A67806476786-000000000000003F]', NULL, 'program-1', NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL),
	(5, 'erp-boxes-to-vault', 'SUCCESS', false, 'ON_DEMAND', 'operator', 'all', NULL, NULL, 'SHALLOW', false, NULL, NULL, '2026-11-30 15:58:37.68438+00', '2026-11-30 15:58:37.737175+00', '2026-11-30 15:58:39.233459+00', 120, 120, 120, 0, 0, 0, 0, 0, 0, 'END', NULL, '2026-11-30 15:58:37.765629+00', 1767225720000000, 'TIME', NULL, 0, NULL, NULL, 'program-1', NULL, 1, NULL, NULL, '2026-11-30 15:58:37.765629+00', '2026-11-30 15:58:39.1948+00', NULL, NULL),
	(4, 'erp-bins-to-vault', 'SUCCESS', false, 'ON_DEMAND', 'operator', 'all', NULL, NULL, 'SHALLOW', false, NULL, NULL, '2026-11-30 15:58:37.284851+00', '2026-11-30 15:58:37.383656+00', '2026-11-30 15:58:37.651451+00', 12, 12, 12, 0, 0, 0, 0, 0, 0, 'END', NULL, '2026-11-30 15:58:37.415069+00', 1767225612000000, 'TIME', NULL, 0, NULL, NULL, 'program-1', NULL, 1, NULL, NULL, '2026-11-30 15:58:37.415069+00', '2026-11-30 15:58:37.622401+00', NULL, NULL),
	(12, 'erp-boxes-to-vault', 'FAILED', false, 'ON_DEMAND', 'operator', 'all', NULL, NULL, 'SHALLOW', false, NULL, NULL, '2026-11-30 15:58:43.356543+00', '2026-11-30 15:58:43.437243+00', '2026-11-30 15:58:43.53875+00', NULL, 0, 0, 0, 0, 0, 0, 0, 0, 'RANGE', NULL, NULL, NULL, NULL, NULL, 0, 'Method with name: getSQLState not found on bean: dev.syncline.page.ChangedSource: Route erp-boxes-to-vault: the source refuses its query: ERROR: relation "boxes" does not exist
  Position: 66. Correct the query in the route''s file of type: dev.syncline.page.ChangedSource on the exchange: Exchange[8A8A67806476786-0000000000000041]', NULL, 'program-1', NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL),
	(6, 'erp-vendors-to-relay', 'SUCCESS', false, 'RETRY', 'operator', 'all', NULL, NULL, 'DEEP', false, NULL, NULL, '2026-11-30 15:58:39.385913+00', '2026-11-30 15:58:39.450418+00', '2026-11-30 15:58:39.579902+00', 1, 1, 1, 0, 0, 0, 0, 0, 0, 'END', NULL, NULL, 1767225606000000, NULL, NULL, 0, NULL, NULL, 'program-1', NULL, 1, NULL, NULL, NULL, '2026-11-30 15:58:39.554732+00', NULL, NULL),
	(13, 'erp-parts-to-relay', 'IN_PROGRESS', false, 'ON_DEMAND', 'operator', 'all', NULL, NULL, 'SHALLOW', false, NULL, NULL, '2026-11-30 15:58:44.040455+00', '2026-11-30 15:58:44.105667+00', NULL, 60, 25, 25, 0, 0, 0, 0, 0, 0, 'RANGE', '["2026-01-01 00:00:25+00","P-025"]', '2026-11-30 15:58:44.159256+00', 1767225625000000, 'TIME', NULL, 0, NULL, NULL, 'program-1', '2026-11-30 15:58:50.76783+00', 1, NULL, NULL, '2026-11-30 15:58:43.967568+00', '2026-11-30 15:58:46.027688+00', NULL, NULL),
	(14, 'erp-items-to-registry', 'IN_PROGRESS', false, 'ON_DEMAND', 'operator', 'all', NULL, NULL, 'SHALLOW', false, NULL, NULL, '2026-11-30 15:58:45.751478+00', '2026-11-30 15:58:45.794701+00', NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 'RANGE', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 'program-1', '2026-11-30 15:58:50.76783+00', 1, NULL, NULL, NULL, NULL, NULL, NULL),
	(18, 'erp-bins-to-vault', 'IN_PROGRESS', false, 'RETRY', 'operator', 'all', NULL, NULL, 'SHALLOW', false, '{BIN-05,BIN-03}', NULL, '2026-11-30 15:58:47.040368+00', '2026-11-30 15:58:47.075977+00', NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 'RANGE', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 'program-1', '2026-11-30 15:58:50.76783+00', 1, NULL, 2, NULL, NULL, NULL, NULL),
	(16, 'erp-sites-to-relay', 'IN_PROGRESS', true, 'ON_DEMAND', 'operator', 'changes', NULL, NULL, 'SHALLOW', false, NULL, 15, '2026-11-30 15:58:46.231925+00', NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 'RANGE', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	(15, 'erp-vendors-to-relay', 'IN_PROGRESS', false, 'RETRY', 'operator', 'all', NULL, NULL, 'DEEP', false, NULL, NULL, '2026-11-30 15:58:46.039572+00', '2026-11-30 15:58:46.100738+00', NULL, 1, 0, 0, 0, 0, 0, 0, 0, 0, 'IN_LINE', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 'program-1', '2026-11-30 15:58:50.76783+00', 1, NULL, NULL, NULL, NULL, NULL, NULL),
	(17, 'everest-orders-to-erp', 'IN_PROGRESS', false, 'ON_DEMAND', 'operator', 'all', NULL, NULL, 'SHALLOW', false, NULL, NULL, '2026-11-30 15:58:46.279561+00', '2026-11-30 15:58:46.339128+00', NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 'RANGE', 'ORDERS|2026-11-30T15:58:46.356642501Z|2026-11-30T15:58:45.984111366Z|', '2026-11-30 15:58:46.356643+00', NULL, 'TIME', NULL, 0, NULL, NULL, 'program-1', '2026-11-30 15:58:50.76783+00', 1, NULL, NULL, NULL, '2026-11-30 15:58:46.48121+00', 'NOTIFICATION', 'everest');
INSERT INTO public.sync_shape VALUES
	('erp-vendors-to-relay', 'SHALLOW', '22da001c-5294-3366-a12f-4daafa913b49', '{vendorNo,name,city,changed_at}', '{"text text","text text","text text","time timestamptz"}', '2026-11-30 15:58:35.234125+00'),
	('erp-sites-to-relay', 'SHALLOW', 'be1ad27c-de96-316e-99b0-cca15be440e0', '{siteNo,vendorNo,name,changed_at}', '{"text text","text text","text text","time timestamptz"}', '2026-11-30 15:58:36.473255+00'),
	('erp-items-to-registry', 'SHALLOW', '28b0d6b6-ebb8-3f0d-b3be-b5bfaeb3ed7a', '{itemNo,name,changed_at}', '{"text text","text text","time timestamptz"}', '2026-11-30 15:58:36.937995+00'),
	('erp-bins-to-vault', 'SHALLOW', 'd2facf20-b8f9-3d41-999e-eab076fd0865', '{binNo,name,changed_at}', '{"text text","text text","time timestamptz"}', '2026-11-30 15:58:37.425222+00'),
	('erp-boxes-to-vault', 'SHALLOW', '01cf8618-303a-3247-ab59-85018dcb405f', '{boxNo,name,changed_at}', '{"text text","text text","time timestamptz"}', '2026-11-30 15:58:37.775596+00'),
	('erp-vendors-to-relay', 'DEEP', '22da001c-5294-3366-a12f-4daafa913b49', '{vendorNo,name,city,changed_at}', '{"text text","text text","text text","time timestamptz"}', '2026-11-30 15:58:39.464483+00'),
	('erp-parts-to-relay', 'SHALLOW', '10d7e90b-0886-312e-90b6-262ecbb48bc7', '{partNo,name,changed_at}', '{"text text","text text","time timestamptz"}', '2026-11-30 15:58:44.188711+00');
SELECT pg_catalog.setval('public.supplier_document_id_seq', 3, true);
SELECT pg_catalog.setval('public.sync_audit_id_seq', 26, true);
SELECT pg_catalog.setval('public.sync_document_log_id', 24, true);
SELECT pg_catalog.setval('public.sync_edit_id_seq', 2, true);
SELECT pg_catalog.setval('public.sync_notice_id_seq', 2, true);
SELECT pg_catalog.setval('public.sync_reconciliation_id_seq', 3, true);
SELECT pg_catalog.setval('public.sync_route_id_seq', 8, true);
SELECT pg_catalog.setval('public.sync_rule_id_seq', 2, true);
SELECT pg_catalog.setval('public.sync_run_id_seq', 18, true);
ALTER TABLE ONLY public.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
ALTER TABLE ONLY public.purchase_intent
    ADD CONSTRAINT purchase_intent_pkey PRIMARY KEY (route, key);
ALTER TABLE ONLY public.purchase_order
    ADD CONSTRAINT purchase_order_pkey PRIMARY KEY (vendor, number);
ALTER TABLE ONLY public.purchase_vendor
    ADD CONSTRAINT purchase_vendor_pkey PRIMARY KEY (vendor);
ALTER TABLE ONLY public.qrtz_blob_triggers
    ADD CONSTRAINT qrtz_blob_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);
ALTER TABLE ONLY public.qrtz_calendars
    ADD CONSTRAINT qrtz_calendars_pkey PRIMARY KEY (sched_name, calendar_name);
ALTER TABLE ONLY public.qrtz_cron_triggers
    ADD CONSTRAINT qrtz_cron_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);
ALTER TABLE ONLY public.qrtz_fired_triggers
    ADD CONSTRAINT qrtz_fired_triggers_pkey PRIMARY KEY (sched_name, entry_id);
ALTER TABLE ONLY public.qrtz_job_details
    ADD CONSTRAINT qrtz_job_details_pkey PRIMARY KEY (sched_name, job_name, job_group);
ALTER TABLE ONLY public.qrtz_locks
    ADD CONSTRAINT qrtz_locks_pkey PRIMARY KEY (sched_name, lock_name);
ALTER TABLE ONLY public.qrtz_paused_trigger_grps
    ADD CONSTRAINT qrtz_paused_trigger_grps_pkey PRIMARY KEY (sched_name, trigger_group);
ALTER TABLE ONLY public.qrtz_scheduler_state
    ADD CONSTRAINT qrtz_scheduler_state_pkey PRIMARY KEY (sched_name, instance_name);
ALTER TABLE ONLY public.qrtz_simple_triggers
    ADD CONSTRAINT qrtz_simple_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);
ALTER TABLE ONLY public.qrtz_simprop_triggers
    ADD CONSTRAINT qrtz_simprop_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);
ALTER TABLE ONLY public.qrtz_triggers
    ADD CONSTRAINT qrtz_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);
ALTER TABLE ONLY public.supplier_document
    ADD CONSTRAINT supplier_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.supplier_document
    ADD CONSTRAINT supplier_document_supplier_digest_key UNIQUE (supplier, digest);
ALTER TABLE ONLY public.supplier_notification
    ADD CONSTRAINT supplier_notification_pkey PRIMARY KEY (supplier, digest);
ALTER TABLE ONLY public.supplier_order
    ADD CONSTRAINT supplier_order_pkey PRIMARY KEY (supplier, key);
ALTER TABLE ONLY public.supplier_poll
    ADD CONSTRAINT supplier_poll_pkey PRIMARY KEY (supplier);
ALTER TABLE ONLY public.supplier_update
    ADD CONSTRAINT supplier_update_pkey PRIMARY KEY (supplier, key, digest);
ALTER TABLE ONLY public.supplier_wanted
    ADD CONSTRAINT supplier_wanted_pkey PRIMARY KEY (supplier, key);
ALTER TABLE ONLY public.sync_audit
    ADD CONSTRAINT sync_audit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sync_difference
    ADD CONSTRAINT sync_difference_pkey PRIMARY KEY (reconciliation, kind, key);
ALTER TABLE ONLY public.sync_edit
    ADD CONSTRAINT sync_edit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sync_edit
    ADD CONSTRAINT sync_edit_run_id_key UNIQUE (run_id);
ALTER TABLE ONLY public.sync_horizon
    ADD CONSTRAINT sync_horizon_pkey PRIMARY KEY (system, at);
ALTER TABLE ONLY public.sync_intent
    ADD CONSTRAINT sync_intent_pkey PRIMARY KEY (route, key);
ALTER TABLE ONLY public.sync_notice
    ADD CONSTRAINT sync_notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sync_parked
    ADD CONSTRAINT sync_parked_pkey PRIMARY KEY (route, key);
ALTER TABLE ONLY public.sync_payload
    ADD CONSTRAINT sync_payload_pkey PRIMARY KEY (route, key);
ALTER TABLE ONLY public.sync_reconciliation
    ADD CONSTRAINT sync_reconciliation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sync_record
    ADD CONSTRAINT sync_record_pkey PRIMARY KEY (route, key);
ALTER TABLE ONLY public.sync_replica
    ADD CONSTRAINT sync_replica_pkey PRIMARY KEY (instance);
ALTER TABLE ONLY public.sync_route
    ADD CONSTRAINT sync_route_name_key UNIQUE (name);
ALTER TABLE ONLY public.sync_route
    ADD CONSTRAINT sync_route_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sync_rule
    ADD CONSTRAINT sync_rule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sync_run
    ADD CONSTRAINT sync_run_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sync_shape
    ADD CONSTRAINT sync_shape_pkey PRIMARY KEY (route, depth);
ALTER TABLE ONLY public.sync_system
    ADD CONSTRAINT sync_system_pkey PRIMARY KEY (name);
CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);
CREATE INDEX idx_qrtz_ft_inst_job_req_rcvry ON public.qrtz_fired_triggers USING btree (sched_name, instance_name, requests_recovery);
CREATE INDEX idx_qrtz_ft_j_g ON public.qrtz_fired_triggers USING btree (sched_name, job_name, job_group);
CREATE INDEX idx_qrtz_ft_jg ON public.qrtz_fired_triggers USING btree (sched_name, job_group);
CREATE INDEX idx_qrtz_ft_t_g ON public.qrtz_fired_triggers USING btree (sched_name, trigger_name, trigger_group);
CREATE INDEX idx_qrtz_ft_tg ON public.qrtz_fired_triggers USING btree (sched_name, trigger_group);
CREATE INDEX idx_qrtz_ft_trig_inst_name ON public.qrtz_fired_triggers USING btree (sched_name, instance_name);
CREATE INDEX idx_qrtz_j_grp ON public.qrtz_job_details USING btree (sched_name, job_group);
CREATE INDEX idx_qrtz_j_req_recovery ON public.qrtz_job_details USING btree (sched_name, requests_recovery);
CREATE INDEX idx_qrtz_t_c ON public.qrtz_triggers USING btree (sched_name, calendar_name);
CREATE INDEX idx_qrtz_t_g ON public.qrtz_triggers USING btree (sched_name, trigger_group);
CREATE INDEX idx_qrtz_t_j ON public.qrtz_triggers USING btree (sched_name, job_name, job_group);
CREATE INDEX idx_qrtz_t_jg ON public.qrtz_triggers USING btree (sched_name, job_group);
CREATE INDEX idx_qrtz_t_n_g_state ON public.qrtz_triggers USING btree (sched_name, trigger_group, trigger_state);
CREATE INDEX idx_qrtz_t_n_state ON public.qrtz_triggers USING btree (sched_name, trigger_name, trigger_group, trigger_state);
CREATE INDEX idx_qrtz_t_next_fire_time ON public.qrtz_triggers USING btree (sched_name, next_fire_time);
CREATE INDEX idx_qrtz_t_nft_misfire ON public.qrtz_triggers USING btree (sched_name, misfire_instr, next_fire_time);
CREATE INDEX idx_qrtz_t_nft_st ON public.qrtz_triggers USING btree (sched_name, trigger_state, next_fire_time);
CREATE INDEX idx_qrtz_t_nft_st_misfire ON public.qrtz_triggers USING btree (sched_name, misfire_instr, next_fire_time, trigger_state);
CREATE INDEX idx_qrtz_t_nft_st_misfire_grp ON public.qrtz_triggers USING btree (sched_name, misfire_instr, next_fire_time, trigger_group, trigger_state);
CREATE INDEX idx_qrtz_t_state ON public.qrtz_triggers USING btree (sched_name, trigger_state);
CREATE INDEX purchase_order_by_number ON public.purchase_order USING btree (number, vendor);
CREATE INDEX purchase_order_by_supplier_no ON public.purchase_order USING btree (supplier_no, vendor, number);
CREATE INDEX purchase_order_open ON public.purchase_order USING btree (vendor, number) WHERE is_open;
CREATE INDEX purchase_order_stale ON public.purchase_order USING btree (vendor, number) WHERE is_stale;
CREATE INDEX supplier_document_by_document ON public.supplier_document USING btree (supplier, document);
CREATE INDEX supplier_document_unanswered ON public.supplier_document USING btree (supplier, id) WHERE ((answer IS NOT NULL) AND (answer_given_up_at IS NULL));
CREATE INDEX supplier_notification_by_time ON public.supplier_notification USING btree (at);
CREATE INDEX supplier_order_by_change ON public.supplier_order USING btree (supplier, changed_at, key);
CREATE INDEX supplier_order_by_supplier_no ON public.supplier_order USING btree (supplier, supplier_no);
CREATE INDEX supplier_update_by_document ON public.supplier_update USING btree (document);
CREATE INDEX sync_audit_by_subject ON public.sync_audit USING btree (subject, id);
CREATE INDEX sync_audit_resumed ON public.sync_audit USING btree (subject, id) WHERE (action = 'resume'::text);
CREATE INDEX sync_document_log_by_id ON ONLY public.sync_document_log USING btree (id);
CREATE INDEX sync_document_log_202611_id_idx ON public.sync_document_log_202611 USING btree (id);
CREATE INDEX sync_document_log_by_route ON ONLY public.sync_document_log USING btree (route, id);
CREATE INDEX sync_document_log_202611_route_id_idx ON public.sync_document_log_202611 USING btree (route, id);
CREATE INDEX sync_document_log_by_run ON ONLY public.sync_document_log USING btree (run_id, id);
CREATE INDEX sync_document_log_202611_run_id_id_idx ON public.sync_document_log_202611 USING btree (run_id, id);
CREATE INDEX sync_document_log_202612_id_idx ON public.sync_document_log_202612 USING btree (id);
CREATE INDEX sync_document_log_202612_route_id_idx ON public.sync_document_log_202612 USING btree (route, id);
CREATE INDEX sync_document_log_202612_run_id_id_idx ON public.sync_document_log_202612 USING btree (run_id, id);
CREATE INDEX sync_document_log_202701_id_idx ON public.sync_document_log_202701 USING btree (id);
CREATE INDEX sync_document_log_202701_route_id_idx ON public.sync_document_log_202701 USING btree (route, id);
CREATE INDEX sync_document_log_202701_run_id_id_idx ON public.sync_document_log_202701 USING btree (run_id, id);
CREATE INDEX sync_document_log_rest_id_idx ON public.sync_document_log_rest USING btree (id);
CREATE INDEX sync_document_log_rest_route_id_idx ON public.sync_document_log_rest USING btree (route, id);
CREATE INDEX sync_document_log_rest_run_id_id_idx ON public.sync_document_log_rest USING btree (run_id, id);
CREATE INDEX sync_edit_by_record ON public.sync_edit USING btree (route, key);
CREATE INDEX sync_edit_by_time ON public.sync_edit USING btree (edited_at);
CREATE INDEX sync_notice_by_key ON public.sync_notice USING btree (route, key) WHERE (resolved_at IS NULL);
CREATE INDEX sync_notice_by_resolved ON public.sync_notice USING btree (resolved_at) WHERE (resolved_at IS NOT NULL);
CREATE INDEX sync_notice_by_route ON public.sync_notice USING btree (route, id);
CREATE UNIQUE INDEX sync_notice_one_open ON public.sync_notice USING btree (kind, COALESCE(route, ''::text), COALESCE(key, ''::text)) WHERE (resolved_at IS NULL);
CREATE INDEX sync_notice_open ON public.sync_notice USING btree (id) WHERE (resolved_at IS NULL);
CREATE INDEX sync_parked_by_parent ON public.sync_parked USING btree (route, parent_route, parent_key) WHERE ((NOT ready) AND (parent_route IS NOT NULL));
CREATE INDEX sync_parked_by_rule ON public.sync_parked USING btree (route, rule) WHERE ((NOT ready) AND (rule IS NOT NULL));
CREATE INDEX sync_parked_ready ON public.sync_parked USING btree (route, changed_at, key) WHERE ready;
CREATE INDEX sync_reconciliation_by_route ON public.sync_reconciliation USING btree (route, id);
CREATE UNIQUE INDEX sync_reconciliation_one_active ON public.sync_reconciliation USING btree (route) WHERE (status = 'IN_PROGRESS'::text);
CREATE INDEX sync_record_keyless ON public.sync_record USING btree (route, run_id) WHERE keyless;
CREATE INDEX sync_record_not_success ON public.sync_record USING btree (route, status, key) WHERE (status <> 1);
CREATE INDEX sync_run_after ON public.sync_run USING btree (after_run) WHERE (after_run IS NOT NULL);
CREATE INDEX sync_run_by_created ON public.sync_run USING btree (created_at);
CREATE INDEX sync_run_by_reconciliation ON public.sync_run USING btree (repairs, id) WHERE (repairs IS NOT NULL);
CREATE INDEX sync_run_by_route ON public.sync_run USING btree (route, id);
CREATE INDEX sync_run_by_status ON public.sync_run USING btree (status, id);
CREATE UNIQUE INDEX sync_run_one_a_fire ON public.sync_run USING btree (route, due_at) WHERE (due_at IS NOT NULL);
CREATE UNIQUE INDEX sync_run_one_active ON public.sync_run USING btree (route) WHERE (status = 'IN_PROGRESS'::text);
CREATE INDEX sync_run_waiting ON public.sync_run USING btree (after_run) WHERE (status = 'IN_PROGRESS'::text);
ALTER INDEX public.sync_document_log_by_id ATTACH PARTITION public.sync_document_log_202611_id_idx;
ALTER INDEX public.sync_document_log_by_route ATTACH PARTITION public.sync_document_log_202611_route_id_idx;
ALTER INDEX public.sync_document_log_by_run ATTACH PARTITION public.sync_document_log_202611_run_id_id_idx;
ALTER INDEX public.sync_document_log_by_id ATTACH PARTITION public.sync_document_log_202612_id_idx;
ALTER INDEX public.sync_document_log_by_route ATTACH PARTITION public.sync_document_log_202612_route_id_idx;
ALTER INDEX public.sync_document_log_by_run ATTACH PARTITION public.sync_document_log_202612_run_id_id_idx;
ALTER INDEX public.sync_document_log_by_id ATTACH PARTITION public.sync_document_log_202701_id_idx;
ALTER INDEX public.sync_document_log_by_route ATTACH PARTITION public.sync_document_log_202701_route_id_idx;
ALTER INDEX public.sync_document_log_by_run ATTACH PARTITION public.sync_document_log_202701_run_id_id_idx;
ALTER INDEX public.sync_document_log_by_id ATTACH PARTITION public.sync_document_log_rest_id_idx;
ALTER INDEX public.sync_document_log_by_route ATTACH PARTITION public.sync_document_log_rest_route_id_idx;
ALTER INDEX public.sync_document_log_by_run ATTACH PARTITION public.sync_document_log_rest_run_id_id_idx;
ALTER TABLE ONLY public.qrtz_blob_triggers
    ADD CONSTRAINT qrtz_blob_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES public.qrtz_triggers(sched_name, trigger_name, trigger_group);
ALTER TABLE ONLY public.qrtz_cron_triggers
    ADD CONSTRAINT qrtz_cron_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES public.qrtz_triggers(sched_name, trigger_name, trigger_group);
ALTER TABLE ONLY public.qrtz_simple_triggers
    ADD CONSTRAINT qrtz_simple_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES public.qrtz_triggers(sched_name, trigger_name, trigger_group);
ALTER TABLE ONLY public.qrtz_simprop_triggers
    ADD CONSTRAINT qrtz_simprop_triggers_sched_name_trigger_name_trigger_grou_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES public.qrtz_triggers(sched_name, trigger_name, trigger_group);
ALTER TABLE ONLY public.qrtz_triggers
    ADD CONSTRAINT qrtz_triggers_sched_name_job_name_job_group_fkey FOREIGN KEY (sched_name, job_name, job_group) REFERENCES public.qrtz_job_details(sched_name, job_name, job_group);
ALTER TABLE ONLY public.supplier_order
    ADD CONSTRAINT supplier_order_document_fkey FOREIGN KEY (document) REFERENCES public.supplier_document(id);
ALTER TABLE ONLY public.supplier_update
    ADD CONSTRAINT supplier_update_document_fkey FOREIGN KEY (document) REFERENCES public.supplier_document(id);
ALTER TABLE ONLY public.sync_difference
    ADD CONSTRAINT sync_difference_reconciliation_fkey FOREIGN KEY (reconciliation) REFERENCES public.sync_reconciliation(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.sync_run
    ADD CONSTRAINT sync_run_after_run_fkey FOREIGN KEY (after_run) REFERENCES public.sync_run(id);
