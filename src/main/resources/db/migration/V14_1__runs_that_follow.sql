-- Who asked, while the run went on, for one over what changed: it follows at once.
alter table sync_run
    add column next_trigger text,
    add column next_by      text;
