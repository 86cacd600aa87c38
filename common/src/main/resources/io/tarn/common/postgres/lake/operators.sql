-- What operators need beside the functions that statements call.

-- Whole days of an interval that is added to a date.
create or replace function lake.days_of(millis bigint) returns integer language plpgsql immutable strict parallel safe as $$
begin
  if millis % 86400000 <> 0 then
    raise exception 'a date takes whole days' using errcode = '22023';
  end if;
  return millis / 86400000;
end $$;

-- The text of a map, which LIKE over a map compares: {k=v, k2=v2} (Lake 6.2).
create or replace function lake.map_text(x jsonb) returns text language sql immutable strict parallel safe
  return (
    select '{' || coalesce(string_agg(e.key || '=' || coalesce(e.value, 'null'), ', '), '') || '}'
    from jsonb_each_text(x) as e(key, value));
