-- Things a person should look at. One open notice for each kind, route and key: raised again, it counts.
create table sync_notice (
    id          bigint generated always as identity primary key,
    kind        text        not null,
    route       text,                         -- null: of no route
    key         text collate "C",             -- of what it is about: a record, mostly; null: of the route as a whole
    text        text        not null,
    at          timestamptz not null,
    last_at     timestamptz not null,         -- raised last
    count       integer     not null default 1,
    resolved_at timestamptz,                  -- null: open
    resolved_by text
);
create unique index sync_notice_one_open on sync_notice (kind, coalesce(route, ''), coalesce(key, ''))
    where resolved_at is null;
create index sync_notice_open on sync_notice (id) where resolved_at is null;
create index sync_notice_by_route on sync_notice (route, id);
create index sync_notice_by_resolved on sync_notice (resolved_at) where resolved_at is not null;
