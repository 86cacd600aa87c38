-- Queries that are kept: the product's library, the operator's, and each tenant's own.

create table queries (
    id             uuid        not null,
    place          text        not null,
    library_name   text,
    tenant_id      text,
    owner_issuer   text,
    owner_subject  text,
    owner_name     text,
    visibility     text        not null,
    version        integer     not null,
    origin_id      uuid,
    origin_version integer,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    deleted_at     timestamptz,
    constraint pk_queries         primary key (id),
    constraint uq_queries_library unique (library_name),
    constraint fk_queries_tenant  foreign key (tenant_id) references tenants,
    constraint ck_queries_place   check (
        case place
            when 'library' then library_name is not null and tenant_id is null
            when 'operator' then library_name is null and tenant_id is null and owner_subject is not null
            when 'tenant' then library_name is null and tenant_id is not null and owner_subject is not null
            else false
        end),
    constraint ck_queries_visibility check (visibility in ('private', 'shared'))
);
create index ix_queries_tenant on queries (tenant_id);
create index ix_queries_deleted_at on queries (deleted_at) where deleted_at is not null;
comment on table queries is 'queries that are kept; what they say stands in their versions. Life: 30 days after deleted_at';
comment on column queries.library_name is 'name of the file in the product''s library';
comment on column queries.version is 'the newest';
comment on column queries.origin_id is 'the query that this one was copied from';

create table query_versions (
    query_id       uuid        not null,
    version        integer     not null,
    content        jsonb       not null,
    title          text        not null,
    category       text        not null,
    tags           text[]      not null,
    keywords       text        not null,
    prose          text        not null,
    body           text        not null,
    author_issuer  text        not null,
    author_subject text        not null,
    author_name    text        not null,
    message        text,
    created_at     timestamptz not null,
    search         tsvector    not null generated always as (
        setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', keywords), 'B')
        || setweight(to_tsvector('english', prose), 'C') || setweight(to_tsvector('english', body), 'D')) stored,
    constraint pk_query_versions       primary key (query_id, version),
    constraint fk_query_versions_query foreign key (query_id) references queries on delete cascade
);
create index ix_query_versions_search on query_versions using gin (search);
comment on table query_versions is 'what a query says, a row each save. Life: as long as the query';
comment on column query_versions.keywords is 'tags, category and kinds of event in words';
comment on column query_versions.prose is 'descriptions without their marks';
comment on column query_versions.body is 'words of the statement';

create table query_publications (
    id               uuid        not null,
    query_id         uuid        not null,
    version          integer     not null,
    audience         text[],
    state            text        not null,
    requested_issuer text        not null,
    requested_by     text        not null,
    requested_name   text        not null,
    requested_at     timestamptz not null,
    decided_issuer   text,
    decided_by       text,
    decided_name     text,
    decided_at       timestamptz,
    note             text,
    constraint pk_query_publications         primary key (id),
    constraint fk_query_publications_version foreign key (query_id, version) references query_versions on delete cascade,
    constraint ck_query_publications_state   check (state in ('requested', 'approved', 'rejected', 'withdrawn'))
);
create unique index uq_query_publications_requested on query_publications (query_id) where state = 'requested';
create unique index uq_query_publications_approved on query_publications (query_id) where state = 'approved';
comment on table query_publications is 'versions of the operator''s queries that customers see, or are to see. Life: as long as the query';
comment on column query_publications.audience is 'tenants that see it; null is all';

create table query_favourites (
    tenant_id text not null,
    query_id  uuid not null,
    issuer    text not null,
    subject   text not null,
    constraint pk_query_favourites        primary key (tenant_id, issuer, subject, query_id),
    constraint fk_query_favourites_query  foreign key (query_id) references queries on delete cascade,
    constraint fk_query_favourites_tenant foreign key (tenant_id) references tenants
);
create index ix_query_favourites_query on query_favourites (query_id);

create table query_last_runs (
    tenant_id text        not null,
    query_id  uuid        not null,
    issuer    text        not null,
    subject   text        not null,
    run_at    timestamptz not null,
    constraint pk_query_last_runs        primary key (tenant_id, issuer, subject, query_id),
    constraint fk_query_last_runs_query  foreign key (query_id) references queries on delete cascade,
    constraint fk_query_last_runs_tenant foreign key (tenant_id) references tenants
);
create index ix_query_last_runs_query on query_last_runs (query_id);
comment on table query_last_runs is 'when somebody last ran a query. Life: as long as the query';
