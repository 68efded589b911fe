-- What the processes tell each other of the systems they call. A row is there once a system has a rate limit or has
-- asked for a pause.
create table sync_system (
    name       text primary key,
    next_call  timestamptz,           -- when the next call may go out, by the configured rate limit
    not_before timestamptz            -- until when the system itself has asked to be left alone
) with (fillfactor = 50);
