-- Up to when a source is known to be complete: see docs/adr/019-the-horizon-of-a-source.md.
alter table sync_run add column horizon timestamptz;

-- What was open at a source when it was read; rows that no open transaction can be older than are deleted.
create table sync_horizon (
    system text        not null,
    at     timestamptz not null,     -- the source's clock
    open   text[]      not null,     -- its open transactions, by the names that it has for them
    primary key (system, at)
);

-- What the fields of a route's records were when it was last read: see docs/adr/029-a-source-that-changed-its-shape.md.
create table sync_shape (
    route      text   not null,
    depth      text   not null,
    definition text   not null,      -- of the route, as far as it says what the fields are; another one is no drift
    fields     text[] not null,
    types      text[] not null,
    seen_at    timestamptz not null,
    primary key (route, depth)
);
