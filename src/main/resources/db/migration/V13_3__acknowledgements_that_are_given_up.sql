-- When a refusal of an acknowledgement was last counted, and when it was given up. Its bytes stay.
alter table supplier_document
    add column answer_refused_at  timestamptz,
    add column answer_given_up_at timestamptz;
drop index supplier_document_unanswered;
create index supplier_document_unanswered on supplier_document (supplier, id)
    where answer is not null and answer_given_up_at is null;
