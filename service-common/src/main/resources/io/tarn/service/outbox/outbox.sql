-- The outbox of a service, copied into its first migration.
create table outbox (
    sequence       bigint      generated always as identity,
    id             uuid        not null,
    topic          text        not null,
    key            text        not null,
    payload        jsonb,
    transaction_id xid8        not null default pg_current_xact_id(),
    created_at     timestamptz not null default now(),
    constraint pk_outbox primary key (sequence),
    constraint uq_outbox_id unique (id)
);
comment on table outbox is 'what this service has yet to publish; rows leave when Kafka has them';
comment on column outbox.transaction_id is 'not read any more; rows are published once they are committed';
