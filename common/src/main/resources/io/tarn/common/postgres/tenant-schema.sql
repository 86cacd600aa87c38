-- What one tenant has in the database besides its event tables: a schema and a login of the same name,
-- and the list of its event data stores. Run by the login that provisions; every statement can be repeated.
-- ${tenant} is `t_<tenant id>`; ${verifier} is the SCRAM verifier of the login's derived password.
-- The role itself is created before, because PostgreSQL has no CREATE ROLE IF NOT EXISTS.

alter role ${tenant} with login inherit connection limit 12 password '${verifier}';

grant tarn_tenants to ${tenant} with inherit true, set false;

-- Reading is all that a tenant login does, within bounds that hold even if a caller forgets its own.
alter role ${tenant} set default_transaction_read_only = on;

alter role ${tenant} set search_path = ${tenant};

alter role ${tenant} set statement_timeout = '15min';

alter role ${tenant} set transaction_timeout = '20min';

alter role ${tenant} set idle_in_transaction_session_timeout = '1min';

alter role ${tenant} set lock_timeout = '5s';

alter role ${tenant} set work_mem = '16MB';

alter role ${tenant} set temp_file_limit = '2GB';

alter role ${tenant} set timezone = 'UTC';

alter role ${tenant} set jit = off;

create schema if not exists ${tenant};

create table if not exists ${tenant}.event_data_stores (
    id         uuid        not null,
    name       text        not null,
    arn        text        not null,
    category   text        not null,
    is_default boolean     not null,
    created_at timestamptz not null default now(),
    constraint pk_event_data_stores primary key (id)
);

comment on table ${tenant}.event_data_stores is 'the stores that a statement of this tenant can name';

grant usage on schema ${tenant} to ${tenant};

grant select on ${tenant}.event_data_stores to ${tenant};

create table if not exists ${tenant}.sys_runs (
    tenant_id         text        not null,
    run_id            text        not null,
    schedule_id       text        not null,
    schedule_name     text        not null,
    origin            text        not null,
    state             text        not null,
    reason            text,
    problem           text,
    due_at            timestamp   not null,
    started_at        timestamp,
    ended_at          timestamp,
    window_start      timestamp,
    window_end        timestamp,
    start_position    bigint,
    end_position      bigint,
    owner_subject     text        not null,
    owner_name        text        not null,
    execution_id      text,
    attempts          bigint      not null,
    row_count         bigint,
    byte_count        bigint,
    rows_added        bigint,
    rows_removed      bigint,
    alert             text,
    deliveries        bigint      not null,
    deliveries_failed bigint      not null,
    constraint pk_sys_runs primary key (run_id),
    constraint ck_sys_runs_tenant check ('t_' || tenant_id = '${tenant}')
);

create index if not exists ix_sys_runs_due_at on ${tenant}.sys_runs (due_at);

comment on table ${tenant}.sys_runs is 'runs of schedules, as statements read them. Written from tarn.query-runs.v1. Life: as long as the tenant';

grant select on ${tenant}.sys_runs to ${tenant};

create table if not exists ${tenant}.sys_changes (
    tenant_id        text      not null,
    change_id        text      not null,
    event_id         text      not null,
    event_time       timestamp not null,
    event_data_store text,
    group_id         text      not null,
    account_id       text,
    aws_region       text,
    event_source     text      not null,
    event_name       text      not null,
    principal_arn    text,
    principal_type   text,
    who              text      not null,
    session_name     text,
    origin           text      not null,
    origin_reason    text      not null,
    resources        text,
    verdict          text      not null,
    reason           text      not null,
    approval_system  text,
    approval_id      text,
    rule_id          text,
    nearest_approval text,
    nearest_reason   text,
    review           text      not null,
    reviewer         text,
    reviewed_at      timestamp,
    revision         bigint    not null,
    decided_at       timestamp not null,
    constraint pk_sys_changes primary key (change_id),
    constraint ck_sys_changes_tenant check ('t_' || tenant_id = '${tenant}')
);

create index if not exists ix_sys_changes_event_time on ${tenant}.sys_changes (event_time);

comment on table ${tenant}.sys_changes is 'write events and what is said of them, as statements read them. Written from tarn.change-verdicts.v1. Life: as long as the tenant';

grant select on ${tenant}.sys_changes to ${tenant};

create table if not exists ${tenant}.sys_usage (
    tenant_id      text      not null,
    execution_id   text      not null,
    ended_at       timestamp not null,
    state          text      not null,
    issuer         text      not null,
    subject        text      not null,
    who            text      not null,
    events_scanned bigint,
    bytes_scanned  bigint,
    row_count      bigint,
    constraint pk_sys_usage primary key (execution_id),
    constraint ck_sys_usage_tenant check ('t_' || tenant_id = '${tenant}')
);

create index if not exists ix_sys_usage_ended_at on ${tenant}.sys_usage (ended_at);

comment on table ${tenant}.sys_usage is 'statements that ended and what they scanned, as statements read them. Written from tarn.query-runs.v1. Life: as long as the tenant';

grant select on ${tenant}.sys_usage to ${tenant};
