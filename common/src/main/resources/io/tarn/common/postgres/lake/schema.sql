-- The schema of the functions that translated statements call. Each gives what Trino 483 gives; all are
-- immutable. Values are represented as the translator holds them: arrays, maps and rows are jsonb ("encoded"),
-- rows are jsonb arrays by position, intervals are numbers of milliseconds or months, json is its text.
-- Can be run again at any time by a superuser.
create schema if not exists lake;
revoke all on schema lake from public;
grant usage on schema lake to tarn_services, tarn_tenants;

-- A timestamp with time zone: the instant in UTC, and the zone it is shown in.
do $$
begin
  if not exists (select from pg_type t join pg_namespace n on n.oid = t.typnamespace
                 where n.nspname = 'lake' and t.typname = 'zoned') then
    create type lake.zoned as (instant timestamp, zone text);
  end if;
end $$;
