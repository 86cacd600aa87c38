-- How long stores keep events, and what was removed of them.
alter table event_data_stores
    add column retention_days integer,
    add constraint ck_event_data_stores_retention check (retention_days between 1 and 36500);
comment on column event_data_stores.retention_days is 'days of event time; null keeps events without end';

alter table partitions add column removal_begun_at timestamptz;
comment on column partitions.removal_begun_at is 'set before a partition is detached, so that an interrupted removal is taken up again';

create table removals (
    tenant_id      text         not null,
    id             uuid         not null,
    store_id       uuid         not null,
    kind           text         not null,
    upload_id      uuid,
    from_time      timestamp(3) not null,
    to_time        timestamp(3) not null,
    events         bigint       not null,
    digest         bytea        not null,
    reason         text         not null,
    removed_by     text         not null,
    removed_at     timestamptz  not null default now(),
    transaction_id xid8         not null default pg_current_xact_id(),
    constraint pk_removals       primary key (tenant_id, id),
    constraint fk_removals_store foreign key (tenant_id, store_id) references event_data_stores on delete cascade,
    constraint ck_removals_kind  check (kind in ('retention', 'withdrawal'))
);
create index ix_removals_store on removals (store_id, transaction_id);
comment on table removals is 'events that left a store, written in the transaction that removed them';
comment on column removals.from_time is 'event time of the first removed event';
comment on column removals.to_time is 'event time of the last removed event';
comment on column removals.digest is 'SHA-256 over a line for each event, in order of event time and id: time in UTC with milliseconds, a space, id, line feed';
comment on column removals.transaction_id is 'what copies rows must see that none was removed since it began';
