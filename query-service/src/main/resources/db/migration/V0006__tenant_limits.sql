-- What operators set for one tenant; where a column is null, or the row is missing, the default holds.
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
comment on column tenant_limits.changed_by is 'issuer and subject';
create index ix_executions_tenant_live on executions (tenant_id) where state in ('QUEUED', 'RUNNING');
