-- Executions of statements, newest first a tenant, and their results in pages.
create table executions (
    tenant_id           text        not null,
    id                  uuid        not null,
    statement           text        not null,
    state               text        not null,
    actor_issuer        text        not null,
    actor_subject       text        not null,
    actor_name          text        not null,
    request_id          text        not null,
    runner_id           uuid        not null,
    submitted_at        timestamptz not null,
    started_at          timestamptz,
    ended_at            timestamptz,
    cancel_requested_at timestamptz,
    columns             jsonb       not null,
    row_count           bigint      not null default 0,
    touched_bytes       bigint,
    failure_problem     text,
    failure_detail      text,
    constraint pk_executions primary key (tenant_id, id),
    constraint ck_executions_state check (
        state in ('QUEUED', 'RUNNING', 'FINISHED', 'FAILED', 'CANCELLED', 'TIMED_OUT'))
);
create index ix_executions_submitted on executions (tenant_id, submitted_at desc, id desc);
create index ix_executions_live on executions (runner_id) where state in ('QUEUED', 'RUNNING');
create index ix_executions_ended on executions (ended_at);
comment on column executions.statement is 'text as the user wrote it, before translation';
comment on column executions.touched_bytes is 'size of the partitions that the plan reads, not of what was read';

create table result_pages (
    tenant_id    text    not null,
    execution_id uuid    not null,
    first_row    bigint  not null,
    row_count    integer not null,
    content      bytea   not null,
    constraint pk_result_pages primary key (tenant_id, execution_id, first_row),
    constraint fk_result_pages_execution foreign key (tenant_id, execution_id)
        references executions (tenant_id, id) on delete cascade
);
alter table result_pages alter column content set storage external;
comment on column result_pages.content is 'gzip of a JSON array of rows, each an array of typed values';

create table runners (
    id      uuid        not null,
    seen_at timestamptz not null,
    constraint pk_runners primary key (id)
);
comment on table runners is 'the running copies of this service; executions of one that is no longer seen have failed';
