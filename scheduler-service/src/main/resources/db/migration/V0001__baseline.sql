-- What this service has yet to publish; it has no tables of its own yet.

create table outbox (
    sequence   bigint      generated always as identity,
    id         uuid        not null,
    topic      text        not null,
    key        text        not null,
    payload    jsonb,
    created_at timestamptz not null default now(),
    constraint pk_outbox primary key (sequence),
    constraint uq_outbox_id unique (id)
);
comment on table outbox is 'records this service has yet to publish. Life: until Kafka has acknowledged the row';
