-- What a writer commits together with a batch of events.
create table topic_offsets (
    topic           text        not null,
    topic_id        text        not null,
    kafka_partition integer     not null,
    next_offset     bigint      not null,
    updated_at      timestamptz not null default now(),
    constraint pk_topic_offsets primary key (topic, topic_id, kafka_partition)
);
comment on column topic_offsets.topic_id is 'Kafka''s id of the topic: a topic made anew under the same name begins at its own start';

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
comment on table store_counters is 'received = stored + duplicates + conflicts; one row a writer';

create table conflicts (
    tenant_id     text         not null,
    store_id      uuid         not null,
    event_time    timestamp(3) not null,
    event_id      text         not null,
    digest        bytea        not null,
    original      bytea        not null,
    received_time timestamp(3) not null,
    constraint pk_conflicts       primary key (tenant_id, store_id, event_time, event_id, digest),
    constraint fk_conflicts_store foreign key (tenant_id, store_id) references event_data_stores on delete cascade
);
comment on table conflicts is 'other content under the id and time of a stored event, once per digest';

create table dead_letters (
    topic           text         not null,
    topic_id        text         not null,
    kafka_partition integer      not null,
    kafka_offset    bigint       not null,
    tenant_id       text,
    store_id        text,
    reason          text         not null,
    detail          text         not null,
    original        bytea        not null,
    received_time   timestamp(3) not null,
    created_at      timestamptz  not null default now(),
    constraint pk_dead_letters primary key (topic, topic_id, kafka_partition, kafka_offset)
);
comment on table dead_letters is 'records that can never become events, with the reason';
comment on column dead_letters.tenant_id is 'what the record''s header said, which may be no tenant at all';
