-- A reason without what differs from record to record: its key, quoted text and numbers, other than codes of HTTP errors.
-- So one cause is one reason, and records are found by it.
create function sync_masked_reason(reason text, key text) returns text language sql immutable parallel safe as $$
    select left(
        regexp_replace(
            regexp_replace(
                replace(
                    left(coalesce(reason, '') collate "C", 500),
                    case when char_length(key) > 2 then key collate "C" else chr(1) end,
                    '…'),
                '''[^'']*''|"[^"]*"', '''…''', 'g'),
            '(?<![0-9])(?![45][0-9]{2}(?![0-9]|[.,][0-9]))[0-9]+([.,][0-9]+)*', '#', 'g'),
        250)
$$;
create index sync_record_by_reason
    on sync_record (route, status, (sync_masked_reason(reason, key) collate "C"), key) where status <> 1;
