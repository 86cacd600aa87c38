-- Approvals of changes with all their versions, and the adapters by which systems send them.

create table approval_versions (
    tenant_id    text        not null,
    system       text        not null,
    approval_id  text        not null,
    version      bigint      not null,
    is_latest    boolean     not null,
    state        text        not null,
    title        text,
    requester    text,
    approvers    jsonb       not null,
    window_start timestamptz not null,
    window_end   timestamptz not null,
    scope        jsonb       not null,
    is_emergency boolean     not null,
    changed_at   timestamptz not null,
    received_at  timestamptz not null,
    link         text,
    constraint pk_approval_versions primary key (tenant_id, system, approval_id, version),
    constraint ck_approval_versions_version check (version > 0),
    constraint ck_approval_versions_window check (window_start < window_end),
    constraint ck_approval_versions_state
        check (state in ('requested', 'approved', 'rejected', 'cancelled', 'closed'))
);
create unique index uq_approval_versions_latest on approval_versions (tenant_id, system, approval_id)
    where is_latest;
create index ix_approval_versions_changed_at
    on approval_versions (tenant_id, changed_at desc, system desc, approval_id desc) where is_latest;
create index ix_approval_versions_window on approval_versions (tenant_id, window_end, window_start);
comment on table approval_versions is 'versions of approvals, which never change. Life: as long as the tenant';
comment on column approval_versions.is_latest is 'whether it is the newest version of its approval, which lists show';
comment on column approval_versions.window_end is 'from here on no change is covered any more';
comment on column approval_versions.changed_at is 'since when the version is true, as its system says';

create table approval_adapters (
    tenant_id  text        not null,
    id         uuid        not null,
    name       text        not null,
    kind       text        not null,
    settings   jsonb       not null,
    sealed     bytea       not null,
    version    integer     not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint pk_approval_adapters primary key (tenant_id, id),
    constraint uq_approval_adapters_name unique (tenant_id, name),
    constraint ck_approval_adapters_kind check (kind in ('servicenow', 'jira', 'github', 'team'))
);
comment on table approval_adapters is 'by what systems send approvals. Life: until deleted';
comment on column approval_adapters.sealed is 'the secrets that deliveries are signed with, sealed with a key of the master secret';

create table approval_deliveries (
    tenant_id   text        not null,
    id          uuid        not null,
    adapter_id  uuid        not null,
    outcome     text        not null,
    reason      text,
    system      text,
    approval_id text,
    version     bigint,
    received_at timestamptz not null,
    constraint pk_approval_deliveries primary key (tenant_id, id),
    constraint fk_approval_deliveries_adapter foreign key (tenant_id, adapter_id)
        references approval_adapters (tenant_id, id) on delete cascade,
    constraint ck_approval_deliveries_outcome check (outcome in ('accepted', 'ignored', 'rejected'))
);
create index ix_approval_deliveries_adapter on approval_deliveries (tenant_id, adapter_id, id desc);
create index ix_approval_deliveries_received_at on approval_deliveries (received_at);
comment on table approval_deliveries is 'what came by adapters and what became of it, without bodies. Life: 30 days';
comment on column approval_deliveries.reason is 'why it was ignored or rejected; null where it was accepted';
