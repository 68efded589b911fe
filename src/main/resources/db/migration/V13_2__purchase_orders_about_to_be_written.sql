-- Purchase orders that are about to be written in the ERP: written before they are, gone with the page transaction that
-- says what became of them. What is found here later may be there, or not.
create table purchase_intent (
    route   integer not null,
    key     text collate "C" not null,
    before  json,                    -- the order as the ERP had it when the document log told of it last; null: not at all
    seen    json,                    -- as the ERP had it just before, where that was more than was told of; else null
    content json    not null,        -- what is to be written
    run_id  bigint  not null,
    at      timestamptz not null,
    primary key (route, key)
);
