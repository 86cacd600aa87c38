-- What the catalog tells others, and the answers to requests that may be repeated.
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
comment on column outbox.transaction_id is 'rows are published once no older transaction can add one before them';

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
comment on column idempotency_keys.status is 'null while the first request is still being worked on';
