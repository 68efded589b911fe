-- Where and how the records of a route are delivered, and since which run: what an earlier one delivered is elsewhere, or
-- there in another form.
alter table sync_route
    add column destination        text,                       -- JSON; null until a run has begun
    add column place_since        bigint not null default 0,  -- a run's number
    add column form_since         bigint not null default 0,
    add column changed_by_run     bigint,                     -- the first run of the latest change
    add column destination_change text;                       -- what that was, for people
