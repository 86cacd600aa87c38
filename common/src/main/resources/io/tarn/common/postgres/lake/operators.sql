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

-- The value at a path of the SQL standard as text: a scalar, and the only one; where there is none, `otherwise`, and
-- NULL where the text is no JSON.
create or replace function lake.json_value(x text, path jsonpath, otherwise text) returns text
language plpgsql immutable parallel safe as $$
declare
  items jsonb[];
begin
  if x is null then
    return null;
  end if;
  items := array(select jsonb_path_query(x::jsonb, path));
  if cardinality(items) = 0 then
    return otherwise;
  elsif cardinality(items) > 1 then
    return null;
  end if;
  return case jsonb_typeof(items[1])
    when 'string' then items[1] #>> '{}'
    when 'boolean' then items[1] #>> '{}'
    when 'number' then lake.number_text(items[1] #>> '{}')
    end;
exception when data_exception then
  return null;
end $$;

-- A number of JSON as a bigint or a double prints it; NULL where it is neither.
create or replace function lake.number_text(x text) returns text language plpgsql immutable strict parallel safe as $$
begin
  return case when x ~ '^-?[0-9]+$' then x::bigint::text else lake.to_varchar(x::double precision) end;
exception when numeric_value_out_of_range then
  return null;
end $$;

-- Whether something is at a path of the SQL standard; false where the text is no JSON.
create or replace function lake.json_exists(x text, path jsonpath) returns boolean
language plpgsql immutable strict parallel safe as $$
begin
  return jsonb_path_exists(x::jsonb, path);
exception when data_exception then
  return false;
end $$;

-- So many elements that are not NULL, of an array that is in order; NULL where there is none.
create or replace function lake.first_items(items jsonb, count bigint) returns jsonb
language plpgsql immutable parallel safe as $$
begin
  if count <= 0 or count > 10000 then
    raise exception 'the number must be between 1 and 10000' using errcode = '22023';
  end if;
  return (
    select jsonb_agg(e.v order by e.i)
    from jsonb_array_elements(items) with ordinality as e(v, i)
    where e.v <> 'null'::jsonb and e.i <= count);
end $$;

-- The first members of so many pairs whose second member is not NULL.
create or replace function lake.first_of_pairs(pairs jsonb, count bigint) returns jsonb
language plpgsql immutable parallel safe as $$
begin
  if count <= 0 or count > 10000 then
    raise exception 'the number must be between 1 and 10000' using errcode = '22023';
  end if;
  return (
    select jsonb_agg(e.v -> 0 order by e.i)
    from jsonb_array_elements(pairs) with ordinality as e(v, i)
    where e.v -> 1 <> 'null'::jsonb and e.i <= count);
end $$;

-- A number with so many decimals and commas between thousands.
create or replace function lake.grouped(x numeric, decimals integer) returns text
language sql immutable strict parallel safe
return to_char(trunc(round(x, decimals)), 'FM999,999,999,999,999,999,999,999,999,999,990')
  || case when decimals > 0 then '.' || lpad((abs(round(x, decimals) % 1) * power(10::numeric, decimals))::bigint::text, decimals, '0') else '' end;

-- SHA-1, of which PostgreSQL itself has none.
create or replace function lake.sha1(x bytea) returns bytea language plpgsql immutable strict parallel safe as $$
declare
  message bytea := x || '\x80'::bytea;
  mask constant bigint := 4294967295;
  h bigint[] := array[1732584193, 4023233417, 2562383102, 271733878, 3285377520];
  w bigint[];
  a bigint; b bigint; c bigint; d bigint; e bigint; f bigint; k bigint; t bigint;
begin
  message := message || substr(decode(repeat('00', 64), 'hex'), 1, ((56 - length(message) % 64) + 64) % 64)
    || int8send(length(x)::bigint * 8);
  for block in 0 .. length(message) / 64 - 1 loop
    w := '{}';
    for i in 0 .. 15 loop
      w[i] := (get_byte(message, block * 64 + i * 4)::bigint << 24) | (get_byte(message, block * 64 + i * 4 + 1)::bigint << 16)
        | (get_byte(message, block * 64 + i * 4 + 2)::bigint << 8) | get_byte(message, block * 64 + i * 4 + 3)::bigint;
    end loop;
    for i in 16 .. 79 loop
      t := w[i - 3] # w[i - 8] # w[i - 14] # w[i - 16];
      w[i] := ((t << 1) | (t >> 31)) & mask;
    end loop;
    a := h[1]; b := h[2]; c := h[3]; d := h[4]; e := h[5];
    for i in 0 .. 79 loop
      if i < 20 then
        f := (b & c) | ((b # mask) & d); k := 1518500249;
      elsif i < 40 then
        f := b # c # d; k := 1859775393;
      elsif i < 60 then
        f := (b & c) | (b & d) | (c & d); k := 2400959708;
      else
        f := b # c # d; k := 3395469782;
      end if;
      t := ((((a << 5) | (a >> 27)) & mask) + f + e + k + w[i]) & mask;
      e := d; d := c; c := ((b << 30) | (b >> 2)) & mask; b := a; a := t;
    end loop;
    h := array[(h[1] + a) & mask, (h[2] + b) & mask, (h[3] + c) & mask, (h[4] + d) & mask, (h[5] + e) & mask];
  end loop;
  return decode(lpad(to_hex(h[1]), 8, '0') || lpad(to_hex(h[2]), 8, '0') || lpad(to_hex(h[3]), 8, '0')
    || lpad(to_hex(h[4]), 8, '0') || lpad(to_hex(h[5]), 8, '0'), 'hex');
end $$;
