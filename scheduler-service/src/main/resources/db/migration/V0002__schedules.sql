-- Schedules of tenants and their runs.

create table schedules (
    tenant_id         text        not null,
    id                uuid        not null,
    version           integer     not null,
    name              text        not null,
    query             jsonb       not null,
    cron              text,
    every_seconds     bigint,
    time_zone         text        not null,
    starts_at         timestamptz,
    ends_at           timestamptz,
    jitter_seconds    bigint      not null,
    overlap           text        not null,
    catch_up_seconds  bigint      not null,
    pause_after       integer     not null,
    settling_seconds  bigint,
    owner_issuer      text        not null,
    owner_subject     text        not null,
    owner_name        text        not null,
    state             text        not null,
    pause_reason      text,
    pause_detail      text,
    paused_at         timestamptz,
    next_due_at       timestamptz,
    covered_until     timestamptz,
    failures          integer     not null default 0,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    deleted_at        timestamptz,
    constraint pk_schedules primary key (tenant_id, id),
    constraint ck_schedules_spec check ((cron is null) <> (every_seconds is null)),
    constraint ck_schedules_overlap check (overlap in ('skip', 'buffer_one', 'allow_all')),
    constraint ck_schedules_state check (state in ('active', 'paused', 'ended'))
);
create unique index uq_schedules_name on schedules (tenant_id, name) where deleted_at is null;
create index ix_schedules_next_due_at on schedules (next_due_at)
    where state = 'active' and deleted_at is null;
comment on table schedules is 'what is run when. Life: a deleted one stays as long as its runs do';
comment on column schedules.query is 'what query-service is asked: a kept query, or a statement with parameters; and values';
comment on column schedules.settling_seconds is 'how long events of a window are waited for; null: runs have no window';
comment on column schedules.next_due_at is 'the first time that no run was made for yet; null: there is none';
comment on column schedules.covered_until is 'end of the window of the last run that succeeded: the next window begins there';
comment on column schedules.failures is 'runs that failed since the last one that succeeded';

create table runs (
    tenant_id      text        not null,
    id             uuid        not null,
    schedule_id    uuid        not null,
    origin         text        not null,
    due_at         timestamptz not null,
    missed_until   timestamptz,
    query          jsonb       not null,
    may_overlap    boolean     not null,
    owner_issuer   text        not null,
    owner_subject  text        not null,
    owner_name     text        not null,
    state          text        not null,
    reason         text,
    problem        jsonb,
    window_start   timestamptz,
    window_end     timestamptz,
    attempts       integer     not null default 0,
    submission     integer     not null default 1,
    execution_id   uuid,
    rows           bigint,
    bytes          bigint,
    next_step_at   timestamptz not null,
    instance_id    uuid,
    leased_until   timestamptz,
    fencing_token  bigint      not null default 0,
    created_at     timestamptz not null,
    started_at     timestamptz,
    ended_at       timestamptz,
    constraint pk_runs primary key (tenant_id, id),
    constraint uq_runs_due_at unique (tenant_id, schedule_id, origin, due_at),
    constraint fk_runs_schedule foreign key (tenant_id, schedule_id)
        references schedules (tenant_id, id) on delete cascade,
    constraint ck_runs_origin check (origin in ('schedule', 'request')),
    constraint ck_runs_state check (state in ('scheduled', 'running', 'succeeded', 'failed', 'cancelled', 'skipped', 'timed_out'))
);
create index ix_runs_next_step_at on runs (next_step_at) where state in ('scheduled', 'running');
create index ix_runs_live on runs (tenant_id, schedule_id, due_at, id)
    where state in ('scheduled', 'running');
create index ix_runs_ended_at on runs (ended_at);
create index ix_runs_newest on runs (tenant_id, schedule_id, due_at desc, id desc);
comment on table runs is 'firings of schedules. Life: as long as runs are kept, from ended_at';
comment on column runs.origin is 'what made it: the schedule, once for each due_at, or somebody''s request';
comment on column runs.missed_until is 'of a skipped run: it stands for all due times from due_at until before this one';
comment on column runs.submission is 'which execution this is: a further one begins only after the one before has ended in a fault that passes';
comment on column runs.next_step_at is 'no process looks at the run before';
comment on column runs.fencing_token is 'grows with each lease: whoever has an older one changes nothing any more';

-- Answers to requests with an Idempotency-Key, copied into a migration of each service that takes such.
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
