-- Digest files of trails, kept whole: they prove log files and hold no events.
create table digest_files (
    tenant_id   text        not null,
    sha256      bytea       not null,
    object_key  text        not null,
    bytes       bytea       not null,
    uploads     uuid[]      not null,
    received_at timestamptz not null,
    constraint pk_digest_files        primary key (tenant_id, sha256),
    constraint fk_digest_files_tenant foreign key (tenant_id) references tenants on delete cascade
);
create index ix_digest_files_uploads on digest_files using gin (uploads);
comment on column digest_files.sha256 is 'of the bytes, as the next digest file names it';
comment on column digest_files.object_key is 'the name under which it came first';
comment on column digest_files.bytes is 'the whole file, unpacked';
comment on column digest_files.uploads is 'all that brought it: it leaves with the last of them';

alter table upload_files add column digest_files bigint not null default 0;
alter table uploads add column digest_files bigint;
comment on column uploads.digest_files is 'counted apart: they are no events, and not in received';
