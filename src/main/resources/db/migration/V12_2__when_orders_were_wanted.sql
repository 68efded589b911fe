-- Since when: a run that asked for an order before does not take the wish away.
alter table supplier_wanted add column at timestamptz not null default now();
