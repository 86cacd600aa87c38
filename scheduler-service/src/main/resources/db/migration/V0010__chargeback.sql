-- What tenants charge to their cost centres: meters, rules, rates, usage and statements.

create table chargeback_meters (
    tenant_id  text        not null,
    id         text        not null,
    definition jsonb,
    is_enabled boolean     not null,
    version    integer     not null,
    changed_at timestamptz not null,
    constraint pk_chargeback_meters primary key (tenant_id, id)
);
comment on table chargeback_meters is 'meters of tenants, and those of the product that were switched off. Life: until deleted';
comment on column chargeback_meters.definition is 'what is counted, and how; null for meters of the product';

create table chargeback_documents (
    tenant_id  text        not null,
    kind       text        not null,
    document   jsonb       not null,
    version    integer     not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    constraint pk_chargeback_documents primary key (tenant_id, kind),
    constraint ck_chargeback_documents_kind check (kind in ('allocation-rules', 'rates'))
);
comment on table chargeback_documents is 'the list of allocation rules and the rate card of a tenant. Life: as long as the tenant';

create table chargeback_usage (
    tenant_id     text    not null,
    meter_id      text    not null,
    day           date    not null,
    payer         text[]  not null,
    principal_arn text    not null,
    role          text    not null,
    session_name  text    not null,
    account       text    not null,
    function      text    not null,
    quantity      numeric not null
);
create index ix_chargeback_usage_day on chargeback_usage (tenant_id, day, meter_id);
comment on table chargeback_usage is 'what meters counted, replaced as a whole for a meter and its days. Life: as long as the tenant';
comment on column chargeback_usage.payer is 'values of the meter''s payer columns, in their order';

create table chargeback_readings (
    tenant_id    text not null,
    meter_id     text not null,
    month        date not null,
    read_at      timestamptz,
    problem      text,
    next_read_at timestamptz not null,
    constraint pk_chargeback_readings primary key (tenant_id, meter_id, month)
);
comment on table chargeback_readings is 'when the usage of a month was read last, for each meter. Life: as long as the tenant';
comment on column chargeback_readings.problem is 'why it could not be read; null where it was';
comment on column chargeback_readings.next_read_at is 'whoever reads puts it into the future first, so that nobody else reads the same';

create table chargeback_statements (
    tenant_id text        not null,
    month     date        not null,
    statement jsonb       not null,
    basis     jsonb       not null,
    closed_by text        not null,
    closed_at timestamptz not null,
    constraint pk_chargeback_statements primary key (tenant_id, month)
);
comment on table chargeback_statements is 'statements of closed months, which never change. Life: as long as the tenant';
comment on column chargeback_statements.basis is 'meters and allocation rules as they were when the month was closed';

create table chargeback_credits (
    tenant_id   text        not null,
    month       date        not null,
    id          uuid        not null,
    cost_centre text        not null,
    amount      numeric     not null,
    reason      text        not null,
    created_by  text        not null,
    created_at  timestamptz not null,
    constraint pk_chargeback_credits primary key (tenant_id, month, id),
    constraint fk_chargeback_credits_statement foreign key (tenant_id, month)
        references chargeback_statements (tenant_id, month),
    constraint ck_chargeback_credits_amount check (amount > 0)
);
comment on table chargeback_credits is 'what cost centres were given back of a closed month. Life: as that of the statement';
