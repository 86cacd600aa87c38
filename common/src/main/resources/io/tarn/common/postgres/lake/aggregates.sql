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

-- The map of pairs [key, value]: the first value of a key stays, pairs without a key are left out.
create or replace function lake.map_of_pairs(pairs jsonb[]) returns jsonb
language sql immutable strict parallel safe
return (select jsonb_object_agg(p.key, p.value) from
  (select distinct on (e.pair ->> 0) e.pair ->> 0 as key, e.pair -> 1 as value
    from unnest(pairs) with ordinality e(pair, place)
    where jsonb_typeof(e.pair -> 0) <> 'null' order by e.pair ->> 0, e.place) p);

-- The map of pairs [key, value] with all values of each key.
create or replace function lake.multimap_of_pairs(pairs jsonb[]) returns jsonb
language sql immutable strict parallel safe
return (select jsonb_object_agg(p.key, p.found) from
  (select e.pair ->> 0 as key, jsonb_agg(e.pair -> 1 order by e.place) as found
    from unnest(pairs) with ordinality e(pair, place)
    where jsonb_typeof(e.pair -> 0) <> 'null' group by 1) p);

-- How often each value occurs; NULL is left out.
create or replace function lake.histogram_of(items jsonb[]) returns jsonb
language sql immutable strict parallel safe
return (select jsonb_object_agg(c.key, c.count) from
  (select i #>> '{}' as key, count(*) as count from unnest(items) i where jsonb_typeof(i) <> 'null' group by 1) c);

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
