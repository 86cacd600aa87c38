-- Who is told of the ends of runs: channels of tenants, and what is told to each.

create table notification_channels (
    tenant_id  text        not null,
    id         uuid        not null,
    name       text        not null,
    kind       text        not null,
    addresses  jsonb       not null,
    shown_url  text,
    sealed     bytea,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint pk_notification_channels primary key (tenant_id, id),
    constraint uq_notification_channels_name unique (tenant_id, name),
    constraint ck_notification_channels_kind check (kind in ('email', 'slack', 'webhook')),
    constraint ck_notification_channels_sealed check ((kind = 'email') = (sealed is null))
);
comment on table notification_channels is 'where tenants are told of runs. Life: until deleted';
comment on column notification_channels.addresses is 'whom e-mail goes to; empty for other kinds';
comment on column notification_channels.shown_url is 'what people are shown of the address of a webhook, without its secret parts; null for e-mail';
comment on column notification_channels.sealed is 'the whole address and the signing secrets, sealed with a key of the master secret; null for e-mail';

create table notifications (
    tenant_id       text        not null,
    id              uuid        not null,
    channel_id      uuid        not null,
    run_id          uuid,
    schedule_id     uuid,
    notice          jsonb,
    state           text        not null,
    attempts        integer     not null default 0,
    status          integer,
    problem         text,
    next_attempt_at timestamptz not null,
    instance_id     uuid,
    leased_until    timestamptz,
    fencing_token   bigint      not null default 0,
    created_at      timestamptz not null,
    attempted_at    timestamptz,
    ended_at        timestamptz,
    constraint pk_notifications primary key (tenant_id, id),
    constraint uq_notifications_run unique (tenant_id, run_id, channel_id),
    constraint fk_notifications_channel foreign key (tenant_id, channel_id)
        references notification_channels (tenant_id, id) on delete cascade,
    constraint ck_notifications_state check (state in ('pending', 'delivered', 'failed'))
);
create index ix_notifications_next_attempt_at on notifications (next_attempt_at) where state = 'pending';
create index ix_notifications_channel on notifications (tenant_id, channel_id, id desc);
create index ix_notifications_ended_at on notifications (ended_at);
comment on table notifications is 'what is told to channels, one for each run and channel, and tests. Life: for a time from ended_at';
comment on column notifications.id is 'receivers know a repeated delivery by it';
comment on column notifications.run_id is 'null for a test of the channel';
comment on column notifications.notice is 'what is told, as it was when the run ended; null for a test of the channel';
comment on column notifications.status is 'what the receiver answered last; null where it gave no answer';
comment on column notifications.fencing_token is 'grows with each lease: whoever has an older one changes nothing any more';
