alter table purchase_order_lines add foreign key (order_no) references purchase_orders on delete cascade;

-- Whoever edits an order or a line of it raises the order's version, as the ERP's own programs expect.
create function raise_order_version() returns trigger language plpgsql as $$
begin
    new.version := old.version + 1;
    new.changed_at := now();
    return new;
end $$;
create trigger purchase_order_version before update on purchase_orders
    for each row execute function raise_order_version();

-- An order that this transaction touched or made has its new version already.
create function touch_orders() returns trigger language plpgsql as $$
begin
    update purchase_orders set version = version
    where order_no in (select order_no from changed) and changed_at <> now();
    return null;
end $$;
create trigger purchase_order_lines_added after insert on purchase_order_lines
    referencing new table as changed for each statement execute function touch_orders();
create trigger purchase_order_lines_edited after update on purchase_order_lines
    referencing new table as changed for each statement execute function touch_orders();
create trigger purchase_order_lines_removed after delete on purchase_order_lines
    referencing old table as changed for each statement execute function touch_orders();
