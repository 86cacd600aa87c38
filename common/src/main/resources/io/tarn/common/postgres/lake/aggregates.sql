-- Aggregates that PostgreSQL has not. Their arguments are encoded, but counts; NULL stands for itself outside
-- of a value. The order of rows is as PostgreSQL finds them where the statement gives none.

create or replace function lake.next_by(state jsonb, item jsonb, rank jsonb, kind text, direction integer) returns jsonb
language plpgsql immutable parallel safe as $$
declare
  comparison integer;
  mine numeric;
  other numeric;
begin
  if rank is null or jsonb_typeof(rank) = 'null' then
    return state;
  elsif state is null then
    return jsonb_build_array(coalesce(item, 'null'), rank);
  elsif kind = 'number' then
    -- NaN is neither less nor greater than a number
    mine := case when rank = '"NaN"' and direction = 1 then '-Infinity' else rank #>> '{}' end::numeric;
    other := case when state ->> 1 = 'NaN' and direction = 1 then '-Infinity' else state ->> 1 end::numeric;
    comparison := case when mine < other then -1 when mine > other then 1 else 0 end;
  else
    comparison := case when (rank #>> '{}') collate "C" < (state ->> 1) then -1
      when (rank #>> '{}') collate "C" > (state ->> 1) then 1 else 0 end;
  end if;
  return case when comparison = direction then jsonb_build_array(coalesce(item, 'null'), rank) else state end;
end $$;

create or replace function lake.next_min_by(state jsonb, item jsonb, rank jsonb, kind text) returns jsonb
language sql immutable parallel safe
return lake.next_by(state, item, rank, kind, -1);

create or replace function lake.next_max_by(state jsonb, item jsonb, rank jsonb, kind text) returns jsonb
language sql immutable parallel safe
return lake.next_by(state, item, rank, kind, 1);

create or replace function lake.item_of(state jsonb) returns jsonb
language sql immutable strict parallel safe
return nullif(state -> 0, 'null'::jsonb);

-- The item of the row with the least rank; rows without a rank are left out.
create or replace aggregate lake.min_by(item jsonb, rank jsonb, kind text) (
  sfunc = lake.next_min_by, stype = jsonb, finalfunc = lake.item_of, parallel = safe);

-- The item of the row with the greatest rank.
create or replace aggregate lake.max_by(item jsonb, rank jsonb, kind text) (
  sfunc = lake.next_max_by, stype = jsonb, finalfunc = lake.item_of, parallel = safe);

-- The first values under each key; rows without a key are left out.
create or replace function lake.next_map(state jsonb, key jsonb, item jsonb) returns jsonb
language plpgsql immutable parallel safe as $$
begin
  return case when key is null or jsonb_typeof(key) = 'null' or state ? (key #>> '{}') then state
    else coalesce(state, '{}') || jsonb_build_object(key #>> '{}', coalesce(item, 'null')) end;
end $$;

create or replace aggregate lake.map_agg(key jsonb, item jsonb) (
  sfunc = lake.next_map, stype = jsonb, parallel = safe);

create or replace function lake.next_multimap(state jsonb, key jsonb, item jsonb) returns jsonb
language plpgsql immutable parallel safe as $$
begin
  return case when key is null or jsonb_typeof(key) = 'null' then state
    else coalesce(state, '{}') || jsonb_build_object(key #>> '{}',
      coalesce(state -> (key #>> '{}'), '[]') || jsonb_build_array(coalesce(item, 'null'))) end;
end $$;

create or replace aggregate lake.multimap_agg(key jsonb, item jsonb) (
  sfunc = lake.next_multimap, stype = jsonb, parallel = safe);

-- How often each value occurs; NULL is left out.
create or replace function lake.next_histogram(state jsonb, item jsonb) returns jsonb
language plpgsql immutable parallel safe as $$
begin
  return case when item is null or jsonb_typeof(item) = 'null' then state
    else coalesce(state, '{}') || jsonb_build_object(item #>> '{}', coalesce((state -> (item #>> '{}'))::bigint, 0) + 1) end;
end $$;

create or replace aggregate lake.histogram(item jsonb) (
  sfunc = lake.next_histogram, stype = jsonb, parallel = safe);

-- All values in an array, NULL among them; NULL where there are no rows.
create or replace function lake.next_arbitrary(state jsonb, item jsonb) returns jsonb
language sql immutable parallel safe
return coalesce(nullif(state, 'null'::jsonb), item);

create or replace aggregate lake.arbitrary(item jsonb) (
  sfunc = lake.next_arbitrary, stype = jsonb, combinefunc = lake.next_arbitrary, parallel = safe);

-- The exponential of the mean of the logarithms.
create or replace function lake.next_logarithm(state double precision[], x double precision) returns double precision[]
language sql immutable strict parallel safe
return array[state[1] + lake.ln(x), state[2] + 1];

create or replace function lake.mean_of_logarithms(state double precision[]) returns double precision
language sql immutable strict parallel safe
return case when state[2] > 0 then lake.exp(state[1] / state[2]) end;

create or replace aggregate lake.geometric_mean(x double precision) (
  sfunc = lake.next_logarithm, stype = double precision[], initcond = '{0,0}', finalfunc = lake.mean_of_logarithms,
  parallel = safe);

-- The least and the greatest instant; PostgreSQL's own would give a record without a type.
create or replace function lake.earlier(x lake.zoned, y lake.zoned) returns lake.zoned
language sql immutable strict parallel safe
return case when (y).instant < (x).instant then y else x end;

create or replace function lake.later(x lake.zoned, y lake.zoned) returns lake.zoned
language sql immutable strict parallel safe
return case when (y).instant > (x).instant then y else x end;

create or replace aggregate lake.min(lake.zoned) (
  sfunc = lake.earlier, stype = lake.zoned, combinefunc = lake.earlier, parallel = safe);

create or replace aggregate lake.max(lake.zoned) (
  sfunc = lake.later, stype = lake.zoned, combinefunc = lake.later, parallel = safe);

create or replace function lake.lower_address(x inet, y inet) returns inet
language sql immutable strict parallel safe
return case when lake.address_order(y) < lake.address_order(x) then y else x end;

create or replace function lake.higher_address(x inet, y inet) returns inet
language sql immutable strict parallel safe
return case when lake.address_order(y) > lake.address_order(x) then y else x end;

create or replace aggregate lake.min(inet) (
  sfunc = lake.lower_address, stype = inet, combinefunc = lake.lower_address, parallel = safe);

create or replace aggregate lake.max(inet) (
  sfunc = lake.higher_address, stype = inet, combinefunc = lake.higher_address, parallel = safe);

-- The part of all values at which PostgreSQL's percentile_disc finds what Trino finds: the value after so many,
-- not the last of them.
create or replace function lake.part_of_rows(part double precision) returns double precision
language plpgsql immutable strict parallel safe as $$
begin
  if part < 0 or part > 1 or part = 'NaN' then
    raise exception 'the part is not between 0 and 1' using errcode = '22023';
  end if;
  return least(part + 1e-12, 1);
end $$;

-- A number of rows or of buckets in a window function.
create or replace function lake.number_of_rows(x bigint, lowest integer) returns integer
language plpgsql immutable strict parallel safe as $$
begin
  if x < lowest then
    raise exception 'the number of rows is too small' using errcode = '22023';
  end if;
  return least(x, 2147483647);
end $$;
