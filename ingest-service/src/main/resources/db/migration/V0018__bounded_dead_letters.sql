-- Beyond a number of dead letters a file's rejected records are counted only.
alter table upload_files add column rejected_not_kept bigint not null default 0;
comment on column upload_files.rejected_not_kept is 'records that intake rejected and did not keep as dead letters';
alter table uploads add column rejected_not_kept bigint not null default 0;
comment on column uploads.rejected_not_kept is 'the final sum of its files';

create index ix_dead_letters_volume on dead_letters (tenant_id) include (length);
