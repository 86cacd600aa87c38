-- What has changed since the preview of a withdrawal is found without counting again. Rows that were
-- there before keep null, which is older than any preview.
alter table brought_again add column transaction_id xid8;
alter table brought_again alter column transaction_id set default pg_current_xact_id();
create index ix_brought_again_since on brought_again (tenant_id, transaction_id);
comment on column brought_again.transaction_id is 'what the preview of a withdrawal must have seen to be up to date';

alter table withdrawals add column transaction_id xid8;
alter table withdrawals alter column transaction_id set default pg_current_xact_id();
comment on column withdrawals.transaction_id is 'what the preview of another withdrawal must have seen to be up to date';
