-- Windows by what came in, comparison with the last result, alerts, deliveries, cancelled runs, backfills.

alter table schedules
    add column by_arrival       boolean not null default false,
    add column output           jsonb   not null default '{"compared": false, "deliveries": []}',
    add column covered_position bigint,
    add column last_success     uuid,
    add column alert            text,
    add constraint ck_schedules_window check (settling_seconds is null or not by_arrival),
    add constraint ck_schedules_alert check (alert in ('ok', 'firing'));
comment on column schedules.by_arrival is 'whether windows are of what came in, between two positions';
comment on column schedules.output is 'what is done with results: comparison, alert condition, deliveries';
comment on column schedules.covered_position is 'end of the window, as a position, of the last run that succeeded: the next window begins there';
comment on column schedules.last_success is 'the last run that succeeded: the next result is compared with its';

alter table runs
    add column output              jsonb not null default '{"compared": false, "deliveries": []}',
    add column start_position      bigint,
    add column end_position        bigint,
    add column rows_added          bigint,
    add column rows_removed        bigint,
    add column alert               text,
    add column deliveries          jsonb not null default '[]',
    add column cancel_requested_at timestamptz,
    drop constraint ck_runs_origin,
    drop constraint ck_runs_state,
    add constraint ck_runs_origin check (origin in ('schedule', 'request', 'backfill')),
    add constraint ck_runs_state check (state in ('scheduled', 'running', 'delivering', 'succeeded', 'failed', 'cancelled', 'skipped', 'timed_out'));
drop index ix_runs_next_step_at;
create index ix_runs_next_step_at on runs (next_step_at) where state in ('scheduled', 'running', 'delivering');
drop index ix_runs_live;
create index ix_runs_live on runs (tenant_id, schedule_id, due_at, id)
    where state in ('scheduled', 'running', 'delivering');
comment on column runs.origin is 'what made it: the schedule, once for each due_at; somebody''s request; or a backfill, once for each due_at';
comment on column runs.deliveries is 'how far the result has been written to each place';

create table run_digests (
    tenant_id   text  not null,
    run_id      uuid  not null,
    schedule_id uuid  not null,
    digests     bytea not null,
    constraint pk_run_digests primary key (tenant_id, run_id),
    constraint fk_run_digests_run foreign key (tenant_id, run_id)
        references runs (tenant_id, id) on delete cascade
);
create index ix_run_digests_schedule on run_digests (tenant_id, schedule_id);
comment on table run_digests is 'what the rows of a result were, as sorted digests of 16 bytes. Life: until a later run of the schedule succeeds, or the run is deleted';
