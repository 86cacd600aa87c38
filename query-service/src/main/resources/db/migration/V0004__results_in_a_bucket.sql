-- Results live in the bucket of the services; the row says which manifest is theirs. Results stored in pages
-- before this are no longer kept.
drop table result_pages;

alter table executions
    add column result_bytes  bigint  not null default 0,
    add column result_sha256 text,
    add column results_kept  boolean not null default false;
create index ix_executions_results on executions (ended_at) where results_kept;
comment on column executions.result_sha256 is 'of the manifest, in hexadecimal digits; of a finished execution';
comment on column executions.results_kept is 'whether the bucket may hold something of it';
