-- Customer organisations, their members, operators and event data stores; keys that grants are signed with;
-- and what this service has yet to publish.

create table tenants (
    tenant_id    text        not null,
    slug         text        not null,
    name         text        not null,
    home_account text        not null,
    accounts     text[]      not null default '{}',
    status       text        not null,
    created_at   timestamptz not null default now(),
    constraint pk_tenants      primary key (tenant_id),
    constraint uq_tenants_slug unique (slug),
    constraint ck_tenants_status check (status in ('provisioning', 'active', 'suspended', 'closing', 'undoing'))
);
comment on column tenants.accounts is 'AWS accounts whose events the tenant may hold; none admits all';
comment on column tenants.status is 'provisioning and undoing are half made: nobody sees them';

create table memberships (
    tenant_id  text        not null,
    id         uuid        not null,
    issuer     text        not null,
    subject    text        not null,
    name       text,
    role       text        not null,
    expires_at timestamptz,
    created_at timestamptz not null default now(),
    constraint pk_memberships        primary key (tenant_id, id),
    constraint uq_memberships_person unique (tenant_id, issuer, subject),
    constraint fk_memberships_tenant foreign key (tenant_id) references tenants
);
create index ix_memberships_person on memberships (issuer, subject);

create table operator_assignments (
    tenant_id  text        not null,
    id         uuid        not null,
    issuer     text        not null,
    subject    text        not null,
    expires_at timestamptz,
    created_at timestamptz not null default now(),
    constraint pk_operator_assignments        primary key (tenant_id, id),
    constraint uq_operator_assignments_person unique (tenant_id, issuer, subject),
    constraint fk_operator_assignments_tenant foreign key (tenant_id) references tenants
);
create index ix_operator_assignments_person on operator_assignments (issuer, subject);

create table role_changes (
    tenant_id  text        not null,
    issuer     text        not null,
    subject    text        not null,
    changed_at timestamptz not null,
    constraint pk_role_changes        primary key (tenant_id, issuer, subject),
    constraint fk_role_changes_tenant foreign key (tenant_id) references tenants
);
create index ix_role_changes_changed_at on role_changes (changed_at);
comment on table role_changes is 'tokens from before a change or removal of a role are refused in that tenant; deleted after a year, when no session from before is left';

create table invitations (
    tenant_id  text        not null,
    id         uuid        not null,
    code_hash  bytea       not null,
    role       text        not null,
    email      text,
    expires_at timestamptz not null,
    used_at    timestamptz,
    created_at timestamptz not null default now(),
    constraint pk_invitations        primary key (tenant_id, id),
    constraint uq_invitations_code   unique (code_hash),
    constraint fk_invitations_tenant foreign key (tenant_id) references tenants
);
create index ix_invitations_expires_at on invitations (expires_at);
comment on table invitations is 'deleted 90 days after they expired';
comment on column invitations.code_hash is 'SHA-256 of the code in the link, which is shown once';

create table event_data_stores (
    tenant_id      text        not null,
    id             uuid        not null,
    name           text        not null,
    arn            text        not null,
    category       text        not null,
    is_default     boolean     not null,
    retention_days integer,
    selectors      jsonb,
    status         text        not null,
    created_at     timestamptz not null default now(),
    constraint pk_event_data_stores        primary key (tenant_id, id),
    constraint uq_event_data_stores_name   unique (tenant_id, name),
    constraint uq_event_data_stores_id     unique (id),
    constraint fk_event_data_stores_tenant foreign key (tenant_id) references tenants,
    constraint ck_event_data_stores_status check (status in ('provisioning', 'active', 'undoing'))
);
create unique index uq_event_data_stores_default on event_data_stores (tenant_id) where is_default;
comment on column event_data_stores.retention_days is 'null keeps events without end';

create table results_buckets (
    tenant_id         text  not null,
    bucket            text  not null,
    prefix            text  not null,
    access_key_id     text  not null,
    secret_access_key bytea,
    constraint pk_results_buckets        primary key (tenant_id),
    constraint fk_results_buckets_tenant foreign key (tenant_id) references tenants
);
comment on column results_buckets.secret_access_key is 'sealed; null where it is derived from the master secret';

create table signing_keys (
    id             text        not null,
    private_key    bytea       not null,
    public_key     text        not null,
    signs_from     timestamptz not null,
    verifies_until timestamptz not null,
    created_at     timestamptz not null default now(),
    constraint pk_signing_keys primary key (id)
);
comment on column signing_keys.private_key is 'sealed with a key of the master secret';
comment on column signing_keys.public_key is 'as a JWK, published from its making until verifies_until';

create table ended_sessions (
    session  text        not null,
    ended_at timestamptz not null default now(),
    constraint pk_ended_sessions primary key (session)
);
create index ix_ended_sessions_ended_at on ended_sessions (ended_at);

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
