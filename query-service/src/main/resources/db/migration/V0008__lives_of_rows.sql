-- How long the rows of each table live, and an index for the one look at them that had none.
create index ix_executions_unfinished_results on executions (ended_at)
    where results_kept and ended_at is not null and state <> 'FINISHED';

comment on table executions is 'life: tarn.query.retention after the end (deleteOld, hourly), results tarn.query.result-retention (ResultSweep)';
comment on table tenant_limits is 'life: as long as the tenant; one row each';
comment on table idempotency_keys is 'life: as long as a repeated request is recognised, from started_at';
comment on table outbox is 'life: until Kafka has it; what this service has yet to publish';
