-- Messages to people. A channel is written by one process at a time, which claims it and increments its fence.
create table sync_message_channel (
    name            text primary key,
    next_round_at   timestamptz not null,        -- when causes are compared next
    rhythm          text        not null,        -- the settings of which the next two times were made
    next_digest_at  timestamptz,                 -- null: messages are sent at once
    next_summary_at timestamptz,                 -- null: no daily summary
    claimed_until   timestamptz,
    fence           integer     not null default 0,
    not_before      timestamptz,                 -- back-off after a failure
    failures        integer     not null default 0,
    last_sent_at    timestamptz,
    last_error      text,
    last_error_at   timestamptz
);

-- What is the matter now, as a channel knows it; gone once the channel was told that it is over.
create table sync_message_cause (
    channel    text        not null,
    kind       text        not null,
    route      text        not null,             -- empty: of no route
    subject    text        not null collate "C", -- what distinguishes causes of a kind and route; mostly empty
    title      text        not null,
    path       text        not null,
    since      timestamptz not null,
    told_at    timestamptz,                      -- null: it has not lasted long enough
    gone_since timestamptz,                      -- null: it lasts
    primary key (channel, kind, route, subject)
);

-- What waits for the next digest of its channel.
create table sync_message_item (
    id      bigint generated always as identity primary key,
    channel text not null,
    content text not null
);
create index sync_message_item_by_channel on sync_message_item (channel, id);

-- The outbox.
create table sync_message (
    id          bigint generated always as identity primary key,
    uuid        uuid        not null unique,     -- the same with each try, so that receivers can recognize repetitions
    channel     text        not null,
    content     text        not null,
    created_at  timestamptz not null,
    attempts    integer     not null default 0,
    sent_at     timestamptz,
    given_up_at timestamptz,
    error       text
);
create index sync_message_waiting on sync_message (channel, id) where sent_at is null and given_up_at is null;
create index sync_message_by_created on sync_message (created_at);
