-- At a standby its primary's open transactions are not to be seen, only the number that the next one gets.
alter table sync_horizon add column next bigint;
