-- The outbox is published as it is committed.
comment on column outbox.transaction_id is 'not read any more; rows are published once they are committed';
