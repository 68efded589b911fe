-- The content of a supplier's document is purged by age; its digest and what it says of orders stay.
alter table supplier_document alter column content drop not null;
create index supplier_document_kept on supplier_document (received_at) where content is not null;
create index if not exists supplier_order_faults on supplier_order (document) where fault is not null;
