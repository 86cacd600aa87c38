-- Uploads that are taken back.
create table withdrawals (
    tenant_id    text        not null,
    upload_id    uuid        not null,
    reason       text        not null,
    requested_by text        not null,
    requested_at timestamptz not null default now(),
    removed      bigint      not null default 0,
    completed_at timestamptz,
    constraint pk_withdrawals        primary key (tenant_id, upload_id),
    constraint fk_withdrawals_upload foreign key (tenant_id, upload_id) references uploads on delete cascade
);
comment on column withdrawals.removed is 'events that have left their stores so far';
