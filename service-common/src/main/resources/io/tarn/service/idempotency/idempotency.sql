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
