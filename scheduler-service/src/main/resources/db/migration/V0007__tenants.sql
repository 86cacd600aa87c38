-- The tenants of the installation, for what this service does by itself.

create table tenants (
    tenant_id    text not null,
    slug         text not null,
    name         text not null,
    home_account text not null,
    accounts     text[] not null,
    status       text not null,
    constraint pk_tenants primary key (tenant_id)
);
comment on table tenants is 'tenants as catalog-service tells them by tarn.tenants.v1. Life: as long as there';
comment on column tenants.accounts is 'accounts whose events may be held; none admits all';
