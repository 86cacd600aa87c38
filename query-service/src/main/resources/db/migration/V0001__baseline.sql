-- Executions of statements, newest first a tenant, with where their results lie; limits of tenants; and
-- what this service has yet to publish. The comment of each table says how long its rows live.

create table executions (
    tenant_id           text        not null,
    id                  uuid        not null,
    statement           text        not null,
    state               text        not null,
    actor_issuer        text        not null,
    actor_subject       text        not null,
    actor_name          text        not null,
    request_id          text        not null,
    instance_id         uuid        not null,
    leased_until        timestamptz not null default now() + interval '8 seconds',
    submitted_at        timestamptz not null,
    started_at          timestamptz,
    ended_at            timestamptz,
    cancel_requested_at timestamptz,
    columns             jsonb       not null,
    store_ids           uuid[]      not null default '{}',
    row_count           bigint      not null default 0,
    first_row_at        timestamptz,
    events_scanned      bigint,
    bytes_scanned       bigint,
    events_matched      bigint,
    result_bytes        bigint      not null default 0,
    result_sha256       text,
    results_kept        boolean     not null default false,
    failure_problem     text,
    failure_detail      text,
    constraint pk_executions primary key (tenant_id, id),
    constraint ck_executions_state check (
        state in ('QUEUED', 'RUNNING', 'FINISHED', 'FAILED', 'CANCELLED', 'TIMED_OUT'))
);
create index ix_executions_submitted on executions (tenant_id, submitted_at desc, id desc);
create index ix_executions_live on executions (instance_id) where state in ('QUEUED', 'RUNNING');
create index ix_executions_tenant_live on executions (tenant_id) where state in ('QUEUED', 'RUNNING');
create index ix_executions_ended on executions (ended_at);
create index ix_executions_results on executions (ended_at) where results_kept;
create index ix_executions_unfinished_results on executions (ended_at)
    where results_kept and ended_at is not null and state <> 'FINISHED';
comment on table executions is 'executions of statements, with where their results lie. Life: tarn.query.retention after the end (deleteOld, hourly), results tarn.query.result-retention (ResultSweep)';
comment on column executions.statement is 'text as the user wrote it, before translation';
comment on column executions.instance_id is 'the process that has the lease, by an id of its own';
comment on column executions.leased_until is 'renewed every few seconds while the execution is queued or running';
comment on column executions.bytes_scanned is 'original bytes of all events of the stores on the days that the statement can touch';
comment on column executions.events_matched is 'of which the rows of the result are made';
comment on column executions.result_sha256 is 'of the manifest, in hexadecimal digits; of a finished execution';
comment on column executions.results_kept is 'whether the bucket may hold something of it';

create table tenant_limits (
    tenant_id             text        not null,
    concurrent_executions integer,
    queued_executions     integer,
    run_time_millis       bigint,
    result_rows           bigint,
    result_bytes          bigint,
    temporary_bytes       bigint,
    memory_bytes          bigint,
    changed_at            timestamptz not null,
    changed_by            text        not null,
    constraint pk_tenant_limits primary key (tenant_id)
);
comment on table tenant_limits is 'limits that operators set for one tenant; where a column is null, or the row is missing, the default holds. Life: as long as the tenant; one row each';
comment on column tenant_limits.changed_by is 'issuer and subject';

create table idempotency_keys (
    tenant_id      text        not null,
    actor          text        not null,
    key            text        not null,
    request_digest bytea       not null,
    status         integer,
    location       text,
    body           text,
    started_at     timestamptz not null default now(),
    constraint pk_idempotency_keys primary key (tenant_id, actor, key)
);
create index ix_idempotency_keys_started_at on idempotency_keys (started_at);
comment on table idempotency_keys is 'answers to requests with an Idempotency-Key. Life: as long as a repeated request is recognised, from started_at';
comment on column idempotency_keys.status is 'null while the first request is still being worked on';

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
