-- The bytes of a store's events by day, beside their number, and a view of both for the tenant's own login.
alter table store_days add column bytes bigint not null default 0;
comment on column store_days.bytes is 'octets of the original texts in UTF-8';
comment on column store_days.kafka_partition is 'of the writer; -1 where removed events are taken out again';

do $$
declare
  store record;
  tenant record;
begin
  for store in select tenant_id, id from event_data_stores loop
    execute format(
      'insert into ingest.store_days (tenant_id, store_id, kafka_partition, day, stored, bytes)
       select %1$L, %2$L, -1, event_time::date, 0, sum(octet_length(event_json)) from %3$I.%4$I group by event_time::date
       on conflict (tenant_id, store_id, day, kafka_partition) do update set bytes = excluded.bytes',
      store.tenant_id, store.id, 't_' || store.tenant_id, 'eds_' || replace(store.id::text, '-', ''));
  end loop;
  for tenant in select tenant_id from tenants loop
    execute format(
      'create or replace view %1$I.event_days with (security_barrier = true) as
       select store_id, day, sum(stored)::bigint as events, sum(bytes)::bigint as bytes
       from ingest.store_days where tenant_id = %2$L group by store_id, day',
      't_' || tenant.tenant_id, tenant.tenant_id);
    execute format('grant select on %1$I.event_days to %1$I', 't_' || tenant.tenant_id);
  end loop;
end $$;
