-- Whose events an upload brought, and uploads that only say what they would bring.
alter table uploads add column is_dry_run boolean not null default false;
comment on column uploads.is_dry_run is 'read as any other, but nothing of it is published or kept';

alter table upload_files add column accounts jsonb not null default '[]';
comment on column upload_files.accounts is 'accounts and organisations of its events, with counts; summed up for the upload when it is completed';

create table upload_accounts (
    tenant_id    text   not null,
    upload_id    uuid   not null,
    account      text   not null,
    organisation text   not null,
    events       bigint not null,
    not_admitted bigint not null,
    taken        bigint not null,
    constraint pk_upload_accounts        primary key (tenant_id, upload_id, account, organisation),
    constraint fk_upload_accounts_tenant foreign key (tenant_id) references tenants on delete cascade
);
create index ix_upload_accounts_taken on upload_accounts (account, tenant_id, upload_id) where taken > 0;
comment on column upload_accounts.upload_id is 'all zeros for the events that were there before accounts were counted';
comment on column upload_accounts.organisation is 'empty where the file''s name tells none';
comment on column upload_accounts.not_admitted is 'events of the account that the tenant did not admit';
comment on column upload_accounts.taken is 'events that were handed over to be stored';

do $$
declare
  store record;
begin
  for store in select tenant_id, id from event_data_stores loop
    execute format(
      'insert into ingest.upload_accounts
         (tenant_id, upload_id, account, organisation, events, not_admitted, taken)
       select %1$L, %4$L, recipient_account_id, %5$L, count(*), 0, count(*)
       from %2$I.%3$I where recipient_account_id ~ %6$L group by recipient_account_id
       on conflict (tenant_id, upload_id, account, organisation) do update
       set events = upload_accounts.events + excluded.events, taken = upload_accounts.taken + excluded.taken',
      store.tenant_id, 't_' || store.tenant_id, 'eds_' || replace(store.id::text, '-', ''),
      '00000000-0000-0000-0000-000000000000', '', '^[0-9]{12}$');
  end loop;
end $$;
