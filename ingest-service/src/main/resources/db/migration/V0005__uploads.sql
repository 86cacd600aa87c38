-- Uploads, their files, and what became of the events that they brought.
create table uploads (
    tenant_id    text        not null,
    id           uuid        not null,
    source       text        not null,
    store_id     uuid,
    is_single    boolean     not null,
    state        text        not null,
    failure      text,
    started_by   text        not null,
    started_at   timestamptz not null default now(),
    touched_at   timestamptz not null default now(),
    ended_at     timestamptz,
    completed_at timestamptz,
    bytes        bigint,
    received     bigint,
    stored       bigint,
    duplicates   bigint,
    conflicts    bigint,
    filtered     bigint,
    set_aside    bigint,
    reasons      jsonb,
    constraint pk_uploads        primary key (tenant_id, id),
    constraint fk_uploads_tenant foreign key (tenant_id) references tenants on delete cascade,
    constraint ck_uploads_state  check (state in
        ('RECEIVING', 'WRITING', 'COMPLETED', 'FAILED', 'WITHDRAWING', 'WITHDRAWN'))
);
create index ix_uploads_open on uploads (state) where state in ('RECEIVING', 'WRITING', 'WITHDRAWING');
comment on column uploads.store_id is 'null where each event goes to the tenant''s store of its kind';
comment on column uploads.is_single is 'closes itself when its one file ends';
comment on column uploads.failure is 'why it ends as FAILED';
comment on column uploads.received is 'received = stored + duplicates + conflicts + filtered + set_aside; the sums are null until completed';

create table upload_files (
    tenant_id  text        not null,
    upload_id  uuid        not null,
    number     integer     not null,
    name       text        not null,
    state      text        not null,
    intake     uuid        not null,
    started_at timestamptz not null default now(),
    alive_at   timestamptz not null default now(),
    ended_at   timestamptz,
    bytes      bigint      not null default 0,
    published  bigint      not null default 0,
    filtered   bigint      not null default 0,
    is_exact   boolean     not null default false,
    failure    text,
    drain_to   jsonb,
    answer     jsonb,
    constraint pk_upload_files        primary key (tenant_id, upload_id, number),
    constraint fk_upload_files_upload foreign key (tenant_id, upload_id) references uploads on delete cascade,
    constraint ck_upload_files_state  check (state in ('RECEIVING', 'TAKEN', 'BROKEN'))
);
create unique index uq_upload_files_name on upload_files (tenant_id, upload_id, name) where state <> 'BROKEN';
create index ix_upload_files_receiving on upload_files (alive_at) where state = 'RECEIVING';
comment on column upload_files.intake is 'the process that takes it; it says again and again that it is alive';
comment on column upload_files.published is 'events that Kafka has acknowledged';
comment on column upload_files.is_exact is 'published is final: the writer will count as many';
comment on column upload_files.drain_to is 'after a lost intake: the ends of the Kafka partitions that the writers must have passed';
comment on column upload_files.answer is 'what the sender was told, for the one who sends it again';

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
comment on table upload_counters is 'what the writers made of the events of a file; counted in the transaction that stores them';

create table upload_reasons (
    tenant_id       text    not null,
    upload_id       uuid    not null,
    file            integer not null,
    kafka_partition integer not null,
    reason          text    not null,
    events          bigint  not null,
    constraint pk_upload_reasons primary key (tenant_id, upload_id, file, kafka_partition, reason)
);
comment on column upload_reasons.kafka_partition is '-1 for what intake itself set aside';

-- Dead letters of intake and of the writers stand in one ledger.
alter table dead_letters drop constraint pk_dead_letters;
alter table dead_letters alter column topic drop not null;
alter table dead_letters alter column topic_id drop not null;
alter table dead_letters alter column kafka_partition drop not null;
alter table dead_letters alter column kafka_offset drop not null;
alter table dead_letters
    add column id          uuid   not null default gen_random_uuid(),
    add column upload_id   uuid,
    add column upload_file integer,
    add column source      text   not null default 'upload',
    add column object_key  text,
    add column position    text,
    add column length      bigint not null default 0,
    add constraint pk_dead_letters primary key (id);
update dead_letters set length = octet_length(original);
create unique index uq_dead_letters_offset on dead_letters (topic, topic_id, kafka_partition, kafka_offset);
create unique index uq_dead_letters_tenant on dead_letters (tenant_id, id);
create index ix_dead_letters_upload on dead_letters (tenant_id, upload_id);
comment on column dead_letters.topic is 'null for what intake set aside before it came to Kafka';
comment on column dead_letters.length is 'bytes of the original';

alter table conflicts
    add column upload_id   uuid,
    add column upload_file integer;

-- A duplicate that another upload brought: withdrawing one of them must not take the event away.
create table brought_again (
    tenant_id  text         not null,
    store_id   uuid         not null,
    event_time timestamp(3) not null,
    event_id   text         not null,
    upload_id  uuid         not null,
    constraint pk_brought_again       primary key (tenant_id, store_id, event_time, event_id, upload_id),
    constraint fk_brought_again_store foreign key (tenant_id, store_id) references event_data_stores on delete cascade
);
create index ix_brought_again_upload on brought_again (tenant_id, upload_id);
