-- Values that did not fit their columns: the event is kept, the column is NULL, the field is counted.
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
comment on table mapping_faults is 'stored events by field whose value did not fit; one row a writer, so that writers do not wait for each other';
comment on column mapping_faults.field is 'the keys in the event''s JSON, joined by dots';
