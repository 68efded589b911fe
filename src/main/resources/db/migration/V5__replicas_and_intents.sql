-- The processes on this hub database, by their name in qrtz_scheduler_state, and the routes that each of them has.
create table sync_replica (
    instance      text        primary key,
    routes        text[]      not null,
    registered_at timestamptz not null
);

-- The time of the schedule that a run is for, so that a fire which Quartz repeats after a crash finds its run.
alter table sync_run add column due_at timestamptz;
create unique index sync_run_one_a_fire on sync_run (route, due_at) where due_at is not null;

-- Records that are on their way to a target which can only create: written before they are sent, gone with the page
-- transaction that says what became of them. What is found here later is asked for at the target before it is sent again.
create table sync_intent (
    route           integer     not null,
    key             text        collate "C" not null,
    idempotency_key text        not null,
    run_id          bigint      not null,
    at              timestamptz not null,
    primary key (route, key)
);
