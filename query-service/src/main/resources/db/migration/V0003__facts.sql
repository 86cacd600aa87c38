-- What an execution saw, and in which role: what an export says of its result.

alter table executions
    add column actor_role        text,
    add column store_names       text[] not null default '{}',
    add column event_time_from   timestamp,
    add column event_time_to     timestamp,
    add column snapshot_position bigint;
comment on column executions.store_names is 'names of the stores in the order of store_ids, as they were when it was submitted';
comment on column executions.event_time_from is 'first event time, in UTC, that the statement can touch; null: not bounded';
comment on column executions.snapshot_position is 'position in the stores up to which it saw all events';
