-- Event data stores with their partitions and counters, uploads with what became of their records,
-- and what this service has yet to publish. The comment of each table says how long its rows live.

create table tenants (
    tenant_id  text        not null,
    accounts   text[]      not null default '{}',
    created_at timestamptz not null default now(),
    constraint pk_tenants primary key (tenant_id)
);
comment on table tenants is 'tenants as catalog-service provisioned them. Life: until provisioning is undone';
comment on column tenants.accounts is 'the AWS accounts whose events the tenant may hold; an empty list admits all';

create table event_data_stores (
    tenant_id      text        not null,
    id             uuid        not null,
    name           text        not null,
    arn            text        not null,
    category       text        not null,
    is_default     boolean     not null,
    schema_version integer     not null,
    retention_days integer,
    selectors      jsonb,
    created_at     timestamptz not null default now(),
    constraint pk_event_data_stores           primary key (tenant_id, id),
    constraint uq_event_data_stores_id        unique (id),
    constraint uq_event_data_stores_name      unique (tenant_id, name),
    constraint fk_event_data_stores_tenant    foreign key (tenant_id) references tenants,
    constraint ck_event_data_stores_retention check (retention_days between 1 and 36500)
);
comment on table event_data_stores is 'event data stores as catalog-service provisioned them. Life: until provisioning is undone';
comment on column event_data_stores.schema_version is 'which set of columns the table has; columns are only added';
comment on column event_data_stores.retention_days is 'days of event time; null keeps events without end';
comment on column event_data_stores.selectors is 'advanced event selectors in Lake''s form; null admits all events';

create table partitions (
    tenant_id        text         not null,
    store_id         uuid         not null,
    from_time        timestamp(3) not null,
    to_time          timestamp(3) not null,
    table_name       text         not null,
    created_at       timestamptz  not null default now(),
    removal_begun_at timestamptz,
    constraint pk_partitions       primary key (tenant_id, store_id, from_time),
    constraint fk_partitions_store foreign key (tenant_id, store_id) references event_data_stores on delete cascade
);
comment on table partitions is 'ranges of event time that have a table; ranges of one store never overlap. Life: until retention or a merge removes the table';
comment on column partitions.removal_begun_at is 'set before a partition is detached, so that an interrupted removal is resumed';

create table store_days (
    tenant_id       text    not null,
    store_id        uuid    not null,
    day             date    not null,
    kafka_partition integer not null,
    stored          bigint  not null,
    bytes           bigint  not null default 0,
    constraint pk_store_days       primary key (tenant_id, store_id, day, kafka_partition),
    constraint fk_store_days_store foreign key (tenant_id, store_id) references event_data_stores on delete cascade
);
comment on table store_days is 'events stored by day of event time; one row a writer, so that writers do not wait for each other. Life: as its store; a row a day and writer';
comment on column store_days.kafka_partition is 'of the writer; -1 where removed events are subtracted';
comment on column store_days.bytes is 'octets of the original texts in UTF-8';

create table store_counters (
    tenant_id       text        not null,
    store_id        uuid        not null,
    kafka_partition integer     not null,
    received        bigint      not null,
    stored          bigint      not null,
    duplicates      bigint      not null,
    conflicts       bigint      not null,
    bytes           bigint      not null,
    updated_at      timestamptz not null default now(),
    constraint pk_store_counters       primary key (tenant_id, store_id, kafka_partition),
    constraint fk_store_counters_store foreign key (tenant_id, store_id) references event_data_stores on delete cascade
);
comment on table store_counters is 'received = stored + duplicates + conflicts; one row a writer. Life: as its store; a row a writer';

create table mapping_faults (
    tenant_id       text        not null,
    store_id        uuid        not null,
    field           text        not null,
    kafka_partition integer     not null,
    events          bigint      not null,
    first_at        timestamptz not null default now(),
    last_at         timestamptz not null default now(),
    constraint pk_mapping_faults       primary key (tenant_id, store_id, field, kafka_partition),
    constraint fk_mapping_faults_store foreign key (tenant_id, store_id) references event_data_stores on delete cascade
);
comment on table mapping_faults is 'stored events by field whose value did not fit; one row a writer, so that writers do not wait for each other. Life: as its store; a row a field and writer';
comment on column mapping_faults.field is 'the keys in the event''s JSON, joined by dots';

create table removals (
    tenant_id      text         not null,
    id             uuid         not null,
    store_id       uuid         not null,
    kind           text         not null,
    upload_id      uuid,
    from_time      timestamp(3) not null,
    to_time        timestamp(3) not null,
    events         bigint       not null,
    digest         bytea        not null,
    reason         text         not null,
    removed_by     text         not null,
    removed_at     timestamptz  not null default now(),
    transaction_id xid8         not null default pg_current_xact_id(),
    constraint pk_removals       primary key (tenant_id, id),
    constraint fk_removals_store foreign key (tenant_id, store_id) references event_data_stores on delete cascade,
    constraint ck_removals_kind  check (kind in ('retention', 'purge'))
);
create index ix_removals_store on removals (store_id, transaction_id);
comment on table removals is 'events that left a store, written in the transaction that removed them. Life: as its store: the proof of what was removed is never removed itself';
comment on column removals.from_time is 'event time of the first removed event';
comment on column removals.to_time is 'event time of the last removed event';
comment on column removals.digest is 'SHA-256 over a line for each event, in order of event time and id: time in UTC with milliseconds, a space, id, line feed';
comment on column removals.transaction_id is 'what copies rows must see that none was removed since it began';

create table job_leases (
    job        text        not null,
    held_until timestamptz not null,
    holder     uuid,
    constraint pk_job_leases primary key (job)
);
comment on table job_leases is 'who does a job now. Life: until the run ends; one row a job';
comment on column job_leases.holder is 'one run of the job: only the holder renews and releases the lease';

create table topic_offsets (
    topic           text        not null,
    topic_id        text        not null,
    kafka_partition integer     not null,
    next_offset     bigint      not null,
    updated_at      timestamptz not null default now(),
    constraint pk_topic_offsets primary key (topic, topic_id, kafka_partition)
);
comment on table topic_offsets is 'the next offset of each Kafka partition. Life: without end; one row a partition of a topic';
comment on column topic_offsets.topic_id is 'Kafka''s id of the topic: a topic made anew under the same name begins at its own start';

create table uploads (
    tenant_id            text        not null,
    id                   uuid        not null,
    source               text        not null,
    store_id             uuid,
    is_single            boolean     not null,
    is_dry_run           boolean     not null default false,
    state                text        not null,
    failure              text,
    started_by           text        not null,
    started_at           timestamptz not null default now(),
    touched_at           timestamptz not null default now(),
    ended_at             timestamptz,
    completed_at         timestamptz,
    bytes                bigint,
    received             bigint,
    stored               bigint,
    duplicates           bigint,
    conflicts            bigint,
    filtered             bigint,
    rejected             bigint,
    dead_letters_dropped bigint      not null default 0,
    digest_files         bigint,
    reasons              jsonb,
    constraint pk_uploads        primary key (tenant_id, id),
    constraint fk_uploads_tenant foreign key (tenant_id) references tenants on delete cascade,
    constraint ck_uploads_state  check (state in ('RECEIVING', 'WRITING', 'COMPLETED', 'FAILED', 'PURGING', 'PURGED'))
);
create index ix_uploads_open on uploads (state) where state in ('RECEIVING', 'WRITING', 'PURGING');
create index ix_uploads_finished on uploads (completed_at) where state in ('COMPLETED', 'FAILED', 'PURGED');
comment on table uploads is 'uploads and, once they are finished, their totals. Life: tarn.ingest.uploads.kept-for after it was completed; until then it can be purged';
comment on column uploads.store_id is 'null where each event goes to the tenant''s store of its kind';
comment on column uploads.is_single is 'closes itself when its one file ends';
comment on column uploads.is_dry_run is 'parsed and counted, nothing published';
comment on column uploads.failure is 'why it ends as FAILED';
comment on column uploads.received is 'received = stored + duplicates + conflicts + filtered + rejected; the totals are null until completed';
comment on column uploads.dead_letters_dropped is 'the total of its files';
comment on column uploads.digest_files is 'counted separately: they are no events, and not in received';

create table upload_files (
    tenant_id            text        not null,
    upload_id            uuid        not null,
    number               integer     not null,
    name                 text        not null,
    state                text        not null,
    instance_id          uuid        not null,
    started_at           timestamptz not null default now(),
    alive_at             timestamptz not null default now(),
    ended_at             timestamptz,
    bytes                bigint      not null default 0,
    published            bigint      not null default 0,
    filtered             bigint      not null default 0,
    dead_letters_dropped bigint      not null default 0,
    digest_files         bigint      not null default 0,
    accounts             jsonb       not null default '[]',
    is_exact             boolean     not null default false,
    failure              text,
    answer               jsonb,
    constraint pk_upload_files        primary key (tenant_id, upload_id, number),
    constraint fk_upload_files_upload foreign key (tenant_id, upload_id) references uploads on delete cascade,
    constraint ck_upload_files_state  check (state in ('RECEIVING', 'RECEIVED', 'FAILED'))
);
create unique index uq_upload_files_name on upload_files (tenant_id, upload_id, name) where state <> 'FAILED';
create index ix_upload_files_receiving on upload_files (alive_at) where state = 'RECEIVING';
create index ix_upload_files_unsettled on upload_files (alive_at) where state = 'FAILED' and not is_exact;
comment on table upload_files is 'the files of uploads. Life: as its upload';
comment on column upload_files.instance_id is 'the process that receives it, and renews alive_at';
comment on column upload_files.published is 'events that Kafka has acknowledged';
comment on column upload_files.dead_letters_dropped is 'rejected records beyond the limit of dead letters, which are counted only';
comment on column upload_files.accounts is 'accounts and organisations of its events, with counts; added up for the upload when it is completed';
comment on column upload_files.is_exact is 'published is final: the writers have counted as many, or will';
comment on column upload_files.answer is 'the answer to the sender, for one who sends the file again';

create table upload_counters (
    tenant_id       text        not null,
    upload_id       uuid        not null,
    file            integer     not null,
    kafka_partition integer     not null,
    stored          bigint      not null,
    duplicates      bigint      not null,
    conflicts       bigint      not null,
    updated_at      timestamptz not null default now(),
    constraint pk_upload_counters primary key (tenant_id, upload_id, file, kafka_partition)
);
comment on table upload_counters is 'events of a file by outcome; counted in the transaction that stores them. Life: as its upload';

create table upload_reasons (
    tenant_id       text    not null,
    upload_id       uuid    not null,
    file            integer not null,
    kafka_partition integer not null,
    reason          text    not null,
    events          bigint  not null,
    constraint pk_upload_reasons primary key (tenant_id, upload_id, file, kafka_partition, reason)
);
comment on table upload_reasons is 'rejected records of a file by reason. Life: as its upload';
comment on column upload_reasons.kafka_partition is '-1 for what intake itself rejected';

create table upload_accounts (
    tenant_id    text   not null,
    upload_id    uuid   not null,
    account      text   not null,
    organisation text   not null,
    events       bigint not null,
    not_admitted bigint not null,
    published    bigint not null,
    constraint pk_upload_accounts        primary key (tenant_id, upload_id, account, organisation),
    constraint fk_upload_accounts_tenant foreign key (tenant_id) references tenants on delete cascade
);
create index ix_upload_accounts_published on upload_accounts (account, tenant_id, upload_id) where published > 0;
comment on table upload_accounts is 'accounts and organisations of the events of an upload. Life: as its upload; then it is added to the row of the account under upload id zero, one a tenant and account';
comment on column upload_accounts.organisation is 'empty where the file''s name holds none';
comment on column upload_accounts.not_admitted is 'events of the account that the tenant did not admit';
comment on column upload_accounts.published is 'events that were published to be stored';

create table duplicate_uploads (
    tenant_id      text         not null,
    store_id       uuid         not null,
    event_time     timestamp(3) not null,
    event_id       text         not null,
    upload_id      uuid         not null,
    transaction_id xid8                  default pg_current_xact_id(),
    constraint pk_duplicate_uploads       primary key (tenant_id, store_id, event_time, event_id, upload_id),
    constraint fk_duplicate_uploads_store foreign key (tenant_id, store_id) references event_data_stores on delete cascade
);
create index ix_duplicate_uploads_upload on duplicate_uploads (tenant_id, upload_id);
create index ix_duplicate_uploads_since on duplicate_uploads (tenant_id, transaction_id);
comment on table duplicate_uploads is 'duplicates that another upload contains: purging one of them must not remove the event. Life: the retention of its store; leaves earlier with a purged upload';
comment on column duplicate_uploads.transaction_id is 'what the preview of a purge must have seen to be up to date';

create table purges (
    tenant_id      text        not null,
    upload_id      uuid        not null,
    reason         text        not null,
    requested_by   text        not null,
    requested_at   timestamptz not null default now(),
    removed        bigint      not null default 0,
    completed_at   timestamptz,
    transaction_id xid8                 default pg_current_xact_id(),
    constraint pk_purges        primary key (tenant_id, upload_id),
    constraint fk_purges_upload foreign key (tenant_id, upload_id) references uploads on delete cascade
);
create index ix_purges_open on purges (requested_at) where completed_at is null;
comment on table purges is 'uploads that are being purged, or were. Life: as its upload';
comment on column purges.removed is 'events that have left their stores so far';
comment on column purges.transaction_id is 'what the preview of another purge must have seen to be up to date';

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
create index ix_digest_files_received on digest_files (tenant_id, received_at);
comment on table digest_files is 'digest files of trails, stored whole. Life: the longest retention of the tenants stores after it was received; without end where a store has none';
comment on column digest_files.sha256 is 'of the bytes, as the next digest file names it';
comment on column digest_files.object_key is 'the name under which it came first';
comment on column digest_files.bytes is 'the whole file, unpacked';
comment on column digest_files.uploads is 'all that contain it: it leaves with the last of them';

create table conflicts (
    tenant_id     text         not null,
    store_id      uuid         not null,
    event_time    timestamp(3) not null,
    event_id      text         not null,
    digest        bytea        not null,
    original      bytea        not null,
    received_time timestamp(3) not null,
    upload_id     uuid,
    upload_file   integer,
    id            uuid         not null default gen_random_uuid(),
    constraint pk_conflicts       primary key (tenant_id, store_id, event_time, event_id, digest),
    constraint fk_conflicts_store foreign key (tenant_id, store_id) references event_data_stores on delete cascade
);
create unique index uq_conflicts_id on conflicts (tenant_id, id);
create index ix_conflicts_received on conflicts (tenant_id, received_time, id);
create index ix_conflicts_upload on conflicts (tenant_id, upload_id);
comment on table conflicts is 'other content under the id and time of a stored event, once per digest. Life: the retention of its store; leaves earlier with a purged upload';

create table dead_letters (
    id              uuid         not null default gen_random_uuid(),
    sequence        bigint       generated always as identity,
    topic           text,
    topic_id        text,
    kafka_partition integer,
    kafka_offset    bigint,
    tenant_id       text,
    store_id        text,
    upload_id       uuid,
    upload_file     integer,
    source          text         not null default 'upload',
    object_key      text,
    position        text,
    reason          text         not null,
    detail          text         not null,
    original        bytea        not null,
    length          bigint       not null default 0,
    replayed_by     uuid,
    received_time   timestamp(3) not null,
    created_at      timestamptz  not null default now(),
    constraint pk_dead_letters primary key (id)
);
create unique index uq_dead_letters_offset on dead_letters (topic, topic_id, kafka_partition, kafka_offset);
create unique index uq_dead_letters_tenant on dead_letters (tenant_id, id);
create unique index uq_dead_letters_sequence on dead_letters (tenant_id, sequence);
create index ix_dead_letters_upload on dead_letters (tenant_id, upload_id);
create index ix_dead_letters_created on dead_letters (created_at);
create index ix_dead_letters_volume on dead_letters (tenant_id) include (length);
comment on table dead_letters is 'records that can never become events, with the reason. Life: tarn.ingest.dead-letters.kept-for; leaves earlier with a purged upload';
comment on column dead_letters.topic is 'null for what intake rejected before it came to Kafka';
comment on column dead_letters.tenant_id is 'as the record''s header names it, which may be no tenant at all';
comment on column dead_letters.original is 'bytes as they were received; of an oversized record its beginning';
comment on column dead_letters.length is 'bytes of the original that are stored';
comment on column dead_letters.replayed_by is 'the upload in which it was sent again';

create table outbox (
    sequence   bigint      generated always as identity,
    id         uuid        not null,
    topic      text        not null,
    key        text        not null,
    payload    jsonb,
    created_at timestamptz not null default now(),
    constraint pk_outbox primary key (sequence),
    constraint uq_outbox_id unique (id)
);
comment on table outbox is 'records this service has yet to publish. Life: until Kafka has acknowledged the row';
