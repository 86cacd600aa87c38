-- Key pairs of the installation that results are signed with.

create table signing_keys (
    id           uuid        not null,
    algorithm    text        not null,
    public_key   bytea       not null,
    private_key  bytea,
    valid_from   timestamptz not null,
    valid_until  timestamptz not null,
    created_at   timestamptz not null default now(),
    constraint pk_signing_keys primary key (id),
    constraint uq_signing_keys_valid_from unique (algorithm, valid_from),
    constraint ck_signing_keys_algorithm check (algorithm in ('RSA', 'Ed25519')),
    constraint ck_signing_keys_validity check (valid_from < valid_until)
);
comment on table signing_keys is 'keys of results; they belong to no tenant. Life: for ever, so that results stay verifiable';
comment on column signing_keys.public_key is 'as a SubjectPublicKeyInfo';
comment on column signing_keys.private_key is 'sealed with a key of the master secret; erased once the key signs no more';
comment on column signing_keys.valid_until is 'the key signs nothing that was complete later';
