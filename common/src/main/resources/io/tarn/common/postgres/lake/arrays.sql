-- Encoded arrays, maps and rows. Elements, keys of maps by their text, and results of an element's type are
-- encoded as well. NULL inside is JSON null. Where elements are put in order, the kind of their type says how:
-- 'number', 'boolean', or 'text' for all others, by code points.

-- Element of an encoded array, counted from 1; a JSON null becomes NULL.
create or replace function lake.element_at(x jsonb, index bigint) returns jsonb
language plpgsql immutable strict parallel safe as $$
begin
  if index = 0 then
    raise exception 'indexes of arrays begin at 1' using errcode = '22023';
  elsif abs(index) > 2147483647 then
    return null;
  end if;
  return nullif(x -> (case when index > 0 then index - 1 else index end)::integer, 'null'::jsonb);
end $$;

create or replace function lake.element_at(x jsonb, key text) returns jsonb
language sql immutable strict parallel safe
return nullif(x -> key, 'null'::jsonb);

create or replace function lake.subscript(x jsonb, index bigint) returns jsonb
language plpgsql immutable strict parallel safe as $$
begin
  if index <= 0 or index > jsonb_array_length(x) then
    raise exception 'the array has no such index' using errcode = '22023';
  end if;
  return nullif(x -> (index - 1)::integer, 'null'::jsonb);
end $$;

create or replace function lake.map_subscript(x jsonb, key text) returns jsonb
language plpgsql immutable strict parallel safe as $$
begin
  if not x ? key then
    raise exception 'the map has no such key' using errcode = '22023';
  end if;
  return nullif(x -> key, 'null'::jsonb);
end $$;

create or replace function lake.cardinality(x jsonb) returns bigint
language sql immutable strict parallel safe
return case when jsonb_typeof(x) = 'array' then jsonb_array_length(x)
  else (select count(*) from jsonb_object_keys(x)) end;

-- Whether two encoded values are equal: NULL where a NULL inside leaves it open. Numbers are equal by value,
-- also with different scales, which is jsonb's own equality.
create or replace function lake.equal(x jsonb, y jsonb) returns boolean
language plpgsql immutable strict parallel safe as $$
declare
  open boolean := false;
  same boolean;
  place integer;
  key text;
begin
  if jsonb_typeof(x) = 'null' or jsonb_typeof(y) = 'null' then
    return null;
  elsif jsonb_typeof(x) not in ('array', 'object') or not (x @? '$.** ? (@ == null)' or y @? '$.** ? (@ == null)') then
    return x = y and x <> '"NaN"';
  elsif jsonb_typeof(x) = 'array' then
    if jsonb_array_length(x) <> jsonb_array_length(y) then
      return false;
    end if;
    for place in 0 .. jsonb_array_length(x) - 1 loop
      same := lake.equal(x -> place, y -> place);
      if not same then
        return false;
      end if;
      open := open or same is null;
    end loop;
  else
    if (select count(*) from jsonb_object_keys(x)) <> (select count(*) from jsonb_object_keys(y)) then
      return false;
    end if;
    for key in select jsonb_object_keys(x) loop
      if not y ? key then
        return false;
      end if;
      same := lake.equal(x -> key, y -> key);
      if not same then
        return false;
      end if;
      open := open or same is null;
    end loop;
  end if;
  return case when open then null else true end;
end $$;

create or replace function lake.array_equal(x jsonb, y jsonb) returns boolean
language sql immutable strict parallel safe
return lake.equal(x, y);

create or replace function lake.array_concat(variadic arrays jsonb[]) returns jsonb
language sql immutable strict parallel safe
return case when array_position(arrays, null) is null then
  (select coalesce(jsonb_agg(e.value order by a.place, e.place), '[]')
    from unnest(arrays) with ordinality a(value, place), jsonb_array_elements(a.value) with ordinality e(value, place)) end;

create or replace function lake.array_append(x jsonb, element jsonb) returns jsonb
language sql immutable strict parallel safe
return x || jsonb_build_array(element);

create or replace function lake.array_prepend(element jsonb, x jsonb) returns jsonb
language sql immutable strict parallel safe
return jsonb_build_array(element) || x;

-- NULL where only NULL elements could be the one.
create or replace function lake.contains(x jsonb, element jsonb) returns boolean
language sql immutable strict parallel safe
return case when jsonb_typeof(element) = 'null' then null
  when jsonb_typeof(element) not in ('array', 'object') and x @> element then element <> '"NaN"'
  else (select case when bool_or(lake.equal(e.value, element)) then true
      when bool_or(lake.equal(e.value, element) is null) then null else false end
    from jsonb_array_elements(x) e(value)) end;

-- NULL elements equal each other here.
create or replace function lake.contains_sequence(x jsonb, sequence jsonb) returns boolean
language sql immutable strict parallel safe
return exists (select from generate_series(0, jsonb_array_length(x) - jsonb_array_length(sequence)) start
  where not exists (select from generate_series(0, jsonb_array_length(sequence) - 1) place
    where x -> (start + place) <> sequence -> place));

-- The first place of an element, from 1; 0 where there is none.
create or replace function lake.array_position(x jsonb, element jsonb) returns bigint
language sql immutable strict parallel safe
return case when jsonb_typeof(element) <> 'null' then coalesce((select min(e.place)
  from jsonb_array_elements(x) with ordinality e(value, place) where lake.equal(e.value, element)), 0) end;

-- Sets: elements in the order of their first occurrence; NULL is an element like others.

create or replace function lake.array_distinct(x jsonb) returns jsonb
language sql immutable strict parallel safe
return (select coalesce(jsonb_agg(d.value order by d.place), '[]') from
  (select e.value, min(e.place) as place from jsonb_array_elements(x) with ordinality e(value, place) group by e.value) d);

create or replace function lake.array_union(x jsonb, y jsonb) returns jsonb
language sql immutable strict parallel safe
return lake.array_distinct(x || y);

create or replace function lake.array_intersect(x jsonb, y jsonb) returns jsonb
language sql immutable strict parallel safe
return (select coalesce(jsonb_agg(d.value order by d.place), '[]') from
  (select e.value, min(e.place) as place from jsonb_array_elements(x) with ordinality e(value, place)
    where e.value in (select jsonb_array_elements(y)) group by e.value) d);

create or replace function lake.array_except(x jsonb, y jsonb) returns jsonb
language sql immutable strict parallel safe
return (select coalesce(jsonb_agg(d.value order by d.place), '[]') from
  (select e.value, min(e.place) as place from jsonb_array_elements(x) with ordinality e(value, place)
    where e.value not in (select jsonb_array_elements(y)) group by e.value) d);

-- Whether they share an element that is not NULL; NULL where they share none and one has a NULL.
create or replace function lake.arrays_overlap(x jsonb, y jsonb) returns boolean
language sql immutable strict parallel safe
return case
  when exists (select from jsonb_array_elements(x) e(value)
    where jsonb_typeof(e.value) <> 'null' and e.value in (select jsonb_array_elements(y))) then true
  when jsonb_array_length(x) > 0 and jsonb_array_length(y) > 0
    and (x @> '[null]' or y @> '[null]') then null
  else false end;

create or replace function lake.array_remove(x jsonb, element jsonb) returns jsonb
language plpgsql immutable strict parallel safe as $$
begin
  if jsonb_typeof(element) = 'null' then
    return null;
  end if;
  return (select coalesce(jsonb_agg(e.value order by e.place), '[]')
    from jsonb_array_elements(x) with ordinality e(value, place) where lake.equal(e.value, element) is distinct from true);
end $$;

-- Order. An element sorts by its number, or by its text; booleans sort by their texts, which are in order.

create or replace function lake.array_sort(x jsonb, kind text) returns jsonb
language plpgsql immutable strict parallel safe as $$
begin
  if kind = 'number' then
    return (select coalesce(jsonb_agg(e.value order by case when jsonb_typeof(e.value) <> 'null' then
        (e.value #>> '{}')::numeric end nulls last, e.place), '[]')
      from jsonb_array_elements(x) with ordinality e(value, place));
  end if;
  return (select coalesce(jsonb_agg(e.value order by e.value #>> '{}' collate "C" nulls last, e.place), '[]')
    from jsonb_array_elements(x) with ordinality e(value, place));
end $$;

-- The greatest element; NULL where one is NULL or there are none. NaN is the greatest of nothing but of itself.
create or replace function lake.array_max(x jsonb, kind text) returns jsonb
language plpgsql immutable strict parallel safe as $$
begin
  if x @> '[null]' or x = '[]' then
    return null;
  end if;
  if kind = 'number' and x - 'NaN' <> '[]' then
    x := x - 'NaN';
  end if;
  return lake.array_sort(x, kind) -> -1;
end $$;

-- The least element; NULL where one is NULL or there are none.
create or replace function lake.array_min(x jsonb, kind text) returns jsonb
language plpgsql immutable strict parallel safe as $$
begin
  if x @> '[null]' or x = '[]' then
    return null;
  end if;
  return lake.array_sort(x, kind) -> 0;
end $$;

-- Texts of elements as a cast to varchar gives them; the kind is the description of the element's type.
create or replace function lake.element_text(element jsonb, kind text) returns text
language sql immutable parallel safe
return case when jsonb_typeof(element) = 'null' then null
  when kind = 'double' then lake.to_varchar((element #>> '{}')::double precision)
  when kind = 'real' then lake.to_varchar((element #>> '{}')::real)
  when kind = 'json' then lake.varchar_of_json(element #>> '{}')
  else element #>> '{}' end;

create or replace function lake.array_join(x jsonb, delimiter text, kind text) returns text
language sql immutable strict parallel safe
return (select coalesce(string_agg(lake.element_text(e.value, kind), delimiter order by e.place), '')
  from jsonb_array_elements(x) with ordinality e(value, place) where jsonb_typeof(e.value) <> 'null');

create or replace function lake.array_join(x jsonb, delimiter text, replacement text, kind text) returns text
language sql immutable strict parallel safe
return (select coalesce(string_agg(coalesce(lake.element_text(e.value, kind), replacement), delimiter order by e.place), '')
  from jsonb_array_elements(x) with ordinality e(value, place));

create or replace function lake.flatten(x jsonb) returns jsonb
language sql immutable strict parallel safe
return (select coalesce(jsonb_agg(e.value order by a.place, e.place), '[]')
  from jsonb_array_elements(x) with ordinality a(value, place),
    jsonb_array_elements(case when jsonb_typeof(a.value) = 'array' then a.value else '[]' end) with ordinality e(value, place));

create or replace function lake.reverse(x jsonb) returns jsonb
language sql immutable strict parallel safe
return (select coalesce(jsonb_agg(e.value order by e.place desc), '[]')
  from jsonb_array_elements(x) with ordinality e(value, place));

-- A part by its start, counted from 1 or from the end by a negative number.
create or replace function lake.slice(x jsonb, start bigint, length bigint) returns jsonb
language plpgsql immutable strict parallel safe as $$
declare
  first bigint := case when start > 0 then start else jsonb_array_length(x) + start + 1 end;
begin
  if start = 0 or length < 0 then
    raise exception 'the array has no such part' using errcode = '22023';
  elsif first < 1 then
    return '[]';
  end if;
  return (select coalesce(jsonb_agg(e.value order by e.place), '[]')
    from jsonb_array_elements(x) with ordinality e(value, place)
    where e.place >= first and e.place - first < length);
end $$;

create or replace function lake.trim_array(x jsonb, count bigint) returns jsonb
language plpgsql immutable strict parallel safe as $$
begin
  if count < 0 or count > jsonb_array_length(x) then
    raise exception 'the array has not so many elements' using errcode = '22023';
  end if;
  return lake.slice(x, 1, jsonb_array_length(x) - count);
end $$;

-- The element may be NULL.
create or replace function lake.repeat(element jsonb, count bigint) returns jsonb
language plpgsql immutable parallel safe as $$
begin
  if count < 0 or count > 1000000 then
    raise exception 'an array cannot have so many elements' using errcode = '22023';
  elsif count is null then
    return null;
  end if;
  return (select coalesce(jsonb_agg(coalesce(element, 'null')), '[]') from generate_series(1, count));
end $$;

-- Sequences have 10000 elements at most.
create or replace function lake.sequence(start bigint, stop bigint, step bigint) returns jsonb
language plpgsql immutable strict parallel safe as $$
begin
  if step = 0 or (step > 0 and stop < start) or (step < 0 and stop > start) then
    raise exception 'the step does not lead from start to stop' using errcode = '22023';
  elsif (stop::numeric - start) / step >= 10000 then
    raise exception 'the sequence is too long' using errcode = '22023';
  end if;
  return (select jsonb_agg(n) from generate_series(start, stop, step) n);
end $$;

create or replace function lake.sequence(start bigint, stop bigint) returns jsonb
language sql immutable strict parallel safe
return lake.sequence(start, stop, case when stop < start then -1 else 1 end);

-- Timestamps with their digits, as they are encoded.
create or replace function lake.sequence_of_times(start timestamp, stop timestamp, step interval, digits integer)
returns jsonb
language plpgsql immutable strict parallel safe as $$
declare
  found text[] := '{}';
  next timestamp := start;
  count integer := 0;
begin
  if step = interval '0' or (step > interval '0' and stop < start) or (step < interval '0' and stop > start) then
    raise exception 'the step does not lead from start to stop' using errcode = '22023';
  end if;
  while (step > interval '0' and next <= stop) or (step < interval '0' and next >= stop) loop
    if count = 10000 then
      raise exception 'the sequence is too long' using errcode = '22023';
    end if;
    found := found || case when digits < 0 then lake.to_varchar(next::date) else lake.to_varchar(next, digits) end;
    count := count + 1;
    next := start + count * step;
  end loop;
  return to_jsonb(found);
end $$;

create or replace function lake.sequence_of_dates(start date, stop date) returns jsonb
language sql immutable strict parallel safe
return lake.sequence_of_times(start::timestamp, stop::timestamp,
  make_interval(days => case when stop < start then -1 else 1 end), -1);

-- A step in milliseconds must be whole days for dates.
create or replace function lake.sequence_of_dates(start date, stop date, millis bigint) returns jsonb
language plpgsql immutable strict parallel safe as $$
begin
  if millis % 86400000 <> 0 then
    raise exception 'the step is not of whole days' using errcode = '22023';
  end if;
  return lake.sequence_of_times(start::timestamp, stop::timestamp, make_interval(days => (millis / 86400000)::integer), -1);
end $$;

create or replace function lake.sequence_of_dates(start date, stop date, months integer) returns jsonb
language sql immutable strict parallel safe
return lake.sequence_of_times(start::timestamp, stop::timestamp, make_interval(months => months), -1);

create or replace function lake.sequence_of_timestamps(start timestamp, stop timestamp, millis bigint, digits integer)
returns jsonb
language sql immutable strict parallel safe
return lake.sequence_of_times(start, stop, millis * interval '1 millisecond', digits);

create or replace function lake.sequence_of_timestamps(start timestamp, stop timestamp, months integer, digits integer)
returns jsonb
language sql immutable strict parallel safe
return lake.sequence_of_times(start, stop, make_interval(months => months), digits);

-- Rows of the elements at the same places; shorter arrays are filled with NULL.
create or replace function lake.zip(variadic arrays jsonb[]) returns jsonb
language sql immutable strict parallel safe
return case when array_position(arrays, null) is null then
  (select coalesce(jsonb_agg((select jsonb_agg(coalesce(a.value -> place, 'null') order by a.nth)
      from unnest(arrays) with ordinality a(value, nth)) order by place), '[]')
    from generate_series(0, (select max(jsonb_array_length(a)) from unnest(arrays) a) - 1) place) end;

-- Maps.

-- The text of an encoded key, under which its value stands in the map.
create or replace function lake.key_of(element jsonb) returns text
language sql immutable strict parallel safe
return element #>> '{}';

create or replace function lake.map(keys jsonb, items jsonb) returns jsonb
language plpgsql immutable strict parallel safe as $$
begin
  if jsonb_array_length(keys) <> jsonb_array_length(items) then
    raise exception 'there are not as many keys as values' using errcode = '22023';
  elsif keys @> '[null]' then
    raise exception 'a key is NULL' using errcode = '22023';
  elsif (select count(*) <> count(distinct k) from jsonb_array_elements_text(keys) k) then
    raise exception 'a key is repeated' using errcode = '22023';
  end if;
  return (select coalesce(jsonb_object_agg(k.value, items -> (k.place - 1)::integer), '{}')
    from jsonb_array_elements_text(keys) with ordinality k(value, place));
end $$;

create or replace function lake.map() returns jsonb
language sql immutable parallel safe
return '{}'::jsonb;

-- Keys, encoded by the kind of their type: 'number', 'boolean' or 'text'.
create or replace function lake.encoded_key(key text, kind text) returns jsonb
language plpgsql immutable strict parallel safe as $$
begin
  return case when kind in ('number', 'boolean') and key not in ('NaN', 'Infinity', '-Infinity') then key::jsonb
    else to_jsonb(key) end;
end $$;

create or replace function lake.map_keys(x jsonb, kind text) returns jsonb
language sql immutable strict parallel safe
return (select coalesce(jsonb_agg(lake.encoded_key(k, kind)), '[]') from jsonb_object_keys(x) k);

create or replace function lake.map_values(x jsonb) returns jsonb
language sql immutable strict parallel safe
return (select coalesce(jsonb_agg(e.value), '[]') from jsonb_each(x) e);

create or replace function lake.map_entries(x jsonb, kind text) returns jsonb
language sql immutable strict parallel safe
return (select coalesce(jsonb_agg(jsonb_build_array(lake.encoded_key(e.key, kind), e.value)), '[]') from jsonb_each(x) e);

create or replace function lake.map_from_entries(x jsonb) returns jsonb
language plpgsql immutable strict parallel safe as $$
begin
  if x @> '[null]' then
    raise exception 'an entry is NULL' using errcode = '22023';
  end if;
  return lake.map((select coalesce(jsonb_agg(e.value -> 0 order by e.place), '[]')
      from jsonb_array_elements(x) with ordinality e(value, place)),
    (select coalesce(jsonb_agg(e.value -> 1 order by e.place), '[]')
      from jsonb_array_elements(x) with ordinality e(value, place)));
end $$;

create or replace function lake.multimap_from_entries(x jsonb) returns jsonb
language plpgsql immutable strict parallel safe as $$
begin
  if x @> '[null]' or exists (select from jsonb_array_elements(x) e where jsonb_typeof(e -> 0) = 'null') then
    raise exception 'an entry or its key is NULL' using errcode = '22023';
  end if;
  return (select coalesce(jsonb_object_agg(m.key, m.found), '{}')
    from (select e.value ->> 0 as key, jsonb_agg(e.value -> 1 order by e.place) as found
      from jsonb_array_elements(x) with ordinality e(value, place) group by 1) m);
end $$;

-- Later maps win.
create or replace function lake.map_concat(variadic maps jsonb[]) returns jsonb
language sql immutable strict parallel safe
return case when array_position(maps, null) is null then
  (select coalesce(jsonb_object_agg(d.key, d.value), '{}') from
    (select distinct on (e.key) e.key, e.value from unnest(maps) with ordinality m(value, place), jsonb_each(m.value) e
      order by e.key, m.place desc) d) end;
