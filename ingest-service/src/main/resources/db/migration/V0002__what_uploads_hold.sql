-- What a dry run compares, and what uploads hold that is known to be no event.

alter table upload_files
    add column already_stored bigint not null default 0,
    add column repeated       bigint not null default 0,
    add column conflicting    bigint not null default 0,
    add column other_content  jsonb  not null default '{}';
comment on column upload_files.already_stored is 'in a dry run: events that the store holds with the same content';
comment on column upload_files.repeated is 'in a dry run: events that the upload held before, with the same content';
comment on column upload_files.conflicting is 'in a dry run: events whose id and time the store or the upload holds with other content';
comment on column upload_files.other_content is 'what is known to hold no events and was passed over, by kind with counts';

alter table uploads
    add column repeated      bigint,
    add column other_content jsonb;
comment on column uploads.repeated is 'the part of the duplicates of a dry run that repeats within its files';
comment on column uploads.other_content is 'the total of its files';

create unlogged table dry_run_events (
    tenant_id  text         not null,
    upload_id  uuid         not null,
    store_id   uuid         not null,
    event_time timestamp(3) not null,
    event_id   text         not null,
    digest     bytea        not null,
    constraint pk_dry_run_events primary key (tenant_id, upload_id, store_id, event_time, event_id)
);
comment on table dry_run_events is 'the first of each id and time in a dry run, by which repeated ones are told. Life: until the dry run is completed';
