-- Whether a rule takes text in another case of letters for the same text. The rules of today do not.

alter table sync_rule add column ignore_case boolean not null default false;
