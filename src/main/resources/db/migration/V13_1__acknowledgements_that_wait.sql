-- An acknowledgement that could not be sent stays in supplier_document.answer: how often it was tried, and how often the
-- supplier refused it for what is in it.
alter table supplier_document
    add column answer_tries    integer not null default 0,
    add column answer_refusals integer not null default 0;
