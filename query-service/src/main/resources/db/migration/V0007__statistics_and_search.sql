-- What a run took by its definition, and which stores it read.
alter table executions
    add column events_scanned bigint,
    add column bytes_scanned  bigint,
    add column events_matched bigint,
    add column first_row_at   timestamptz,
    add column store_ids      uuid[] not null default '{}';
alter table executions drop column touched_bytes;
comment on column executions.bytes_scanned is 'original bytes of all events of the stores on the days that the statement can touch';
comment on column executions.events_matched is 'of which the rows of the result are made';
