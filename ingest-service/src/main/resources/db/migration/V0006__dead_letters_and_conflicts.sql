-- Dead letters can be longer than a row likes, be sent again, and expire; conflicts have an id.
create table dead_letter_parts (
    dead_letter_id uuid    not null,
    part           integer not null,
    bytes          bytea   not null,
    constraint pk_dead_letter_parts        primary key (dead_letter_id, part),
    constraint fk_dead_letter_parts_letter foreign key (dead_letter_id) references dead_letters on delete cascade
);
comment on table dead_letter_parts is 'what follows the beginning of a long original, in order';

alter table dead_letters
    add column replayed_by uuid,
    add column sequence    bigint generated always as identity;
create unique index uq_dead_letters_sequence on dead_letters (tenant_id, sequence);
comment on column dead_letters.replayed_by is 'the upload in which it was sent again';
create index ix_dead_letters_created on dead_letters (created_at);

alter table conflicts add column id uuid not null default gen_random_uuid();
create unique index uq_conflicts_id on conflicts (tenant_id, id);
create index ix_conflicts_received on conflicts (tenant_id, received_time, id);
create index ix_conflicts_upload on conflicts (tenant_id, upload_id);
