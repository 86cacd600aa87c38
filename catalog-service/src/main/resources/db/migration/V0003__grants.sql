-- Keys that grants are signed with, and sessions that have been signed out of.
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
