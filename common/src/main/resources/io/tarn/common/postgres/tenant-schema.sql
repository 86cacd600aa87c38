-- What one tenant has in the database besides its event tables: a schema and a login of the same name,
-- and the list of its event data stores. Run by the login that provisions; every statement can be repeated.
-- ${tenant} is `t_<tenant id>`; ${verifier} is the SCRAM verifier of the login's derived password.
-- The role itself is created before, because PostgreSQL has no CREATE ROLE IF NOT EXISTS.

alter role ${tenant} with login inherit connection limit 12 password '${verifier}';

grant tarn_tenants to ${tenant} with inherit true, set false;

-- Reading is all that a tenant login does, within bounds that hold even if a caller forgets its own.
alter role ${tenant} set default_transaction_read_only = on;

alter role ${tenant} set search_path = ${tenant};

alter role ${tenant} set statement_timeout = '15min';

alter role ${tenant} set transaction_timeout = '20min';

alter role ${tenant} set idle_in_transaction_session_timeout = '1min';

alter role ${tenant} set lock_timeout = '5s';

alter role ${tenant} set work_mem = '16MB';

alter role ${tenant} set temp_file_limit = '2GB';

alter role ${tenant} set timezone = 'UTC';

alter role ${tenant} set jit = off;

create schema if not exists ${tenant};

create table if not exists ${tenant}.event_data_stores (
    id         uuid        not null,
    name       text        not null,
    arn        text        not null,
    category   text        not null,
    is_default boolean     not null,
    created_at timestamptz not null default now(),
    constraint pk_event_data_stores primary key (id)
);

comment on table ${tenant}.event_data_stores is 'the stores that a statement of this tenant can name';

grant usage on schema ${tenant} to ${tenant};

grant select on ${tenant}.event_data_stores to ${tenant};
