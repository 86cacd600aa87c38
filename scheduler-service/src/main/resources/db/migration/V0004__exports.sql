-- Exports of results to S3 and where they may go.

create table destinations (
    tenant_id         text        not null,
    id                uuid        not null,
    name              text        not null,
    bucket            text        not null,
    prefix            text        not null,
    endpoint          text        not null,
    region            text        not null,
    access_key_id     text,
    secret_access_key bytea,
    role_arn          text,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    constraint pk_destinations primary key (tenant_id, id),
    constraint uq_destinations_name unique (tenant_id, name),
    constraint ck_destinations_access check (
        (role_arn is null and access_key_id is not null and secret_access_key is not null)
        or (role_arn is not null and access_key_id is null and secret_access_key is null))
);
comment on table destinations is 'places beside the tenants'' own buckets. Life: until they are deleted';
comment on column destinations.prefix is 'what keys begin with; empty, or with / at its end';
comment on column destinations.secret_access_key is 'sealed with a key of the master secret';

create table exports (
    tenant_id          text        not null,
    id                 uuid        not null,
    request_key        text        not null,
    owner_issuer       text        not null,
    owner_subject      text        not null,
    owner_name         text        not null,
    execution_id       uuid,
    query              jsonb,
    run_id             uuid,
    schedule_id        uuid,
    format             text        not null,
    destination_id     uuid,
    state              text        not null,
    delivery_status    text        not null,
    reason             text,
    problem            jsonb,
    attempts           integer     not null default 0,
    submission         integer     not null default 1,
    is_cancelled       boolean     not null default false,
    bucket             text,
    folder             text,
    next_cursor        text,
    next_skip          bigint      not null default 0,
    has_all_rows       boolean     not null default false,
    completed_at       timestamptz,
    previous_statement text,
    statement_sha256   text,
    next_step_at       timestamptz not null,
    instance_id        uuid,
    leased_until       timestamptz,
    fencing_token      bigint      not null default 0,
    created_at         timestamptz not null,
    started_at         timestamptz,
    ended_at           timestamptz,
    constraint pk_exports primary key (tenant_id, id),
    constraint uq_exports_request_key unique (tenant_id, request_key),
    constraint ck_exports_subject check (execution_id is not null or query is not null),
    constraint ck_exports_format check (format in ('csv', 'ndjson', 'parquet')),
    constraint ck_exports_state check (state in ('queued', 'running', 'delivering', 'succeeded', 'failed', 'cancelled'))
);
create unique index uq_exports_folder on exports (tenant_id, bucket, folder) where folder is not null;
create index ix_exports_next_step_at on exports (next_step_at)
    where state in ('queued', 'running', 'delivering');
create index ix_exports_newest on exports (tenant_id, created_at desc, id desc);
create index ix_exports_schedule on exports (tenant_id, schedule_id, completed_at desc)
    where state = 'succeeded' and schedule_id is not null;
create index ix_exports_ended_at on exports (ended_at);
comment on table exports is 'deliveries of results. Life: as long as exports are kept, from ended_at; the files in S3 stay';
comment on column exports.request_key is 'who asks twice by the same key gets the same export';
comment on column exports.destination_id is 'null: the tenant''s own bucket';
comment on column exports.query is 'what is run first, where there is no execution yet';
comment on column exports.folder is 'key of the folder with / at its end; it belongs to this export alone';
comment on column exports.next_cursor is 'page of the result from which the next file''s first row is counted; null is the first page';
comment on column exports.next_skip is 'rows from there to the next file''s first row';
comment on column exports.completed_at is 'when all result files were there: the time that is signed';
comment on column exports.fencing_token is 'grows with each lease: whoever has an older one changes nothing any more';

create table export_files (
    tenant_id text   not null,
    export_id uuid   not null,
    number    integer not null,
    name      text   not null,
    bytes     bigint not null,
    rows      bigint not null,
    sha256    text   not null,
    constraint pk_export_files primary key (tenant_id, export_id, number),
    constraint fk_export_files_export foreign key (tenant_id, export_id)
        references exports (tenant_id, id) on delete cascade
);
comment on table export_files is 'result files that are whole in S3. Life: as their export';
