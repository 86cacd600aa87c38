-- What ingest-service knows of tenants and their event data stores, and the partitions it made.
create table tenants (
    tenant_id  text        not null,
    accounts   text[]      not null default '{}',
    created_at timestamptz not null default now(),
    constraint pk_tenants primary key (tenant_id)
);
comment on column tenants.accounts is 'the AWS accounts whose events the tenant may hold; an empty list admits all';

create table event_data_stores (
    tenant_id     text        not null,
    id            uuid        not null,
    name          text        not null,
    arn           text        not null,
    category      text        not null,
    is_default    boolean     not null,
    shape_version integer     not null,
    created_at    timestamptz not null default now(),
    constraint pk_event_data_stores      primary key (tenant_id, id),
    constraint uq_event_data_stores_id   unique (id),
    constraint uq_event_data_stores_name unique (tenant_id, name),
    constraint fk_event_data_stores_tenant foreign key (tenant_id) references tenants
);
comment on column event_data_stores.shape_version is 'which set of columns the table has; columns are only added';

create table partitions (
    tenant_id  text         not null,
    store_id   uuid         not null,
    from_time  timestamp(3) not null,
    to_time    timestamp(3) not null,
    table_name text         not null,
    created_at timestamptz  not null default now(),
    constraint pk_partitions       primary key (tenant_id, store_id, from_time),
    constraint fk_partitions_store foreign key (tenant_id, store_id) references event_data_stores on delete cascade
);
comment on table partitions is 'ranges of event time that have a table; ranges of one store never overlap';

create table store_days (
    tenant_id       text    not null,
    store_id        uuid    not null,
    day             date    not null,
    kafka_partition integer not null,
    stored          bigint  not null,
    constraint pk_store_days       primary key (tenant_id, store_id, day, kafka_partition),
    constraint fk_store_days_store foreign key (tenant_id, store_id) references event_data_stores on delete cascade
);
comment on table store_days is 'events stored by day of event time; one row a writer, so that writers do not wait for each other';

create table job_leases (
    job        text        not null,
    held_until timestamptz not null,
    constraint pk_job_leases primary key (job)
);
