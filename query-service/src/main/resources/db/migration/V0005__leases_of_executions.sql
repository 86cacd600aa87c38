-- An execution is a row with a lease: once that has run out, nobody runs it any more.
alter table executions add column leased_until timestamptz not null default now() + interval '8 seconds';
drop table runners;
comment on column executions.runner_id is 'the process that has the lease, by an id of its own';
comment on column executions.leased_until is 'renewed every few seconds while the execution is queued or running';
