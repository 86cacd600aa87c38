-- JSON: functions over JSON texts, and casts between json and the encoded arrays, maps and rows.
-- Types are described by text as the translator writes it: bigint, varchar, decimal(10,2), json, array(varchar),
-- map(varchar,json), row(a bigint,"b c" varchar). A name in a row stands in quotes unless it is a plain lower-case
-- word; a field without a name has the name "". Functions that walk through a value keep the plans of their
-- queries: planning anew for each value would take most of the time.

-- Texts of JSON values.

create or replace function lake.json_string(x text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  quoted text := to_json(x)::text;
begin
  if x ~ '[\x0b\x0e\x0f\x1a-\x1f]' then
    quoted := replace(replace(replace(replace(replace(replace(replace(replace(replace(quoted, '\u000b', '\u000B'),
      '\u000e', '\u000E'), '\u000f', '\u000F'), '\u001a', '\u001A'), '\u001b', '\u001B'), '\u001c', '\u001C'),
      '\u001d', '\u001D'), '\u001e', '\u001E'), '\u001f', '\u001F');
  end if;
  return quoted;
end $$;

-- A number as Java's BigDecimal gives it: all its digits, with an exponent where it is large or very small.
create or replace function lake.big_decimal(x text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  part text[] := regexp_match(x, '^(-?)([0-9]+)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]+))?$');
  digits text := coalesce(nullif(ltrim(part[2] || coalesce(part[3], ''), '0'), ''), '0');
  scale bigint := length(coalesce(part[3], '')) - coalesce(part[4], '0')::bigint;
  exponent bigint := length(digits) - 1 - scale;
  sign text := case when digits = '0' then '' else part[1] end;
begin
  if scale = 0 then
    return sign || digits;
  elsif scale > 0 and exponent >= -6 then
    digits := lpad(digits, greatest(scale + 1, length(digits))::integer, '0');
    return sign || left(digits, -scale::integer) || '.' || right(digits, scale::integer);
  end if;
  return sign || left(digits, 1) || case when length(digits) > 1 then '.' || substr(digits, 2) else '' end
    || 'E' || case when exponent > 0 then '+' else '' end || exponent;
end $$;

-- Whole numbers as they stand, others as floating-point numbers.
create or replace function lake.json_number(x text) returns text
language sql immutable strict parallel safe
return case when x ~ '[.eE]' then lake.plain_or_scientific(lake.to_double(x)::text) when x = '-0' then '0' else x end;

-- A member's or an element's text where it needs no walk.
create or replace function lake.json_part(x json, sorted boolean) returns text
language plpgsql immutable strict parallel safe as $$
begin
  return case json_typeof(x)
    when 'string' then case when strpos(x::text, E'\\') = 0 then x::text else lake.json_string(x #>> '{}') end
    when 'number' then case when x::text !~ '[.eE]|^-0' then x::text
      when sorted then lake.big_decimal(x #>> '{}') else lake.json_number(x #>> '{}') end
    when 'boolean' then x #>> '{}'
    when 'null' then 'null'
    else lake.json_text(x, sorted) end;
end $$;

-- The compact text of a JSON value; with the keys of all objects in order and all digits of numbers, or with
-- keys as they stand and numbers as floating-point numbers.
create or replace function lake.json_text(x json, sorted boolean) returns text
language plpgsql immutable strict parallel safe as $$
declare
  printed text;
begin
  if json_typeof(x) = 'object' and sorted then
    select string_agg(lake.json_string(m.key) || ':' || lake.json_part(m.value, true), ',' order by m.key collate "C")
      into printed
      from (select distinct on (e.key collate "C") e.key, e.value
        from json_each(x) with ordinality e(key, value, place) order by e.key collate "C", e.place desc) m;
    return '{' || coalesce(printed, '') || '}';
  elsif json_typeof(x) = 'object' then
    select string_agg(lake.json_string(e.key) || ':' || lake.json_part(e.value, false), ',' order by e.place)
      into printed from json_each(x) with ordinality e(key, value, place);
    return '{' || coalesce(printed, '') || '}';
  elsif json_typeof(x) = 'array' then
    select string_agg(lake.json_part(e.value, sorted), ',' order by e.place)
      into printed from json_array_elements(x) with ordinality e(value, place);
    return '[' || coalesce(printed, '') || ']';
  end if;
  return lake.json_part(x, sorted);
end $$;

-- The same as the sorted text, made from jsonb, whose parts need not be parsed again, and without queries. Only
-- for values without numbers that have an exponent in either form, and without control characters.
create or replace function lake.json_sorted(x jsonb) returns text
language plpgsql immutable strict parallel safe as $$
declare
  names text := jsonb_path_query_array(x, 'strict $.keyvalue().key')::text;
  keys text[];
  key text;
  part jsonb;
  printed text := '';
begin
  if strpos(names, E'\\') = 0 then
    -- what is an array in JSON is one in PostgreSQL, but for the brackets
    keys := array_sort(('{' || substr(names, 2, length(names) - 2) || '}')::text[] collate "C");
  else
    keys := array(select k from jsonb_object_keys(x) k order by k collate "C");
  end if;
  foreach key in array keys loop
    part := x -> key;
    printed := printed || ',' || to_json(key)::text || ':' || case jsonb_typeof(part)
      when 'object' then lake.json_sorted(part) when 'array' then lake.json_sorted_array(part) else part::text end;
  end loop;
  return '{' || substr(printed, 2) || '}';
end $$;

create or replace function lake.json_sorted_array(x jsonb) returns text
language plpgsql immutable strict parallel safe as $$
declare
  part jsonb;
  printed text := '';
begin
  for place in 0 .. jsonb_array_length(x) - 1 loop
    part := x -> place;
    printed := printed || ',' || case jsonb_typeof(part)
      when 'object' then lake.json_sorted(part) when 'array' then lake.json_sorted_array(part) else part::text end;
  end loop;
  return '[' || substr(printed, 2) || ']';
end $$;

-- The compact text with the keys as they stand. What needs no rewriting but the removal of blanks is found out
-- by patterns, which is faster than a walk through the value.
create or replace function lake.json_compact(x json) returns text
language plpgsql immutable strict parallel safe set plan_cache_mode = force_generic_plan as $$
declare
  given text := x::text;
begin
  if given !~ '[\s\\]' and given !~ '[0-9][.eE]' and given !~ '-0' then
    return given;
  elsif given !~ '\\[^"\\bfnrt]'
    and regexp_replace(given, '"(?:[^"\\]|\\.)*"', '', 'g') !~ '[0-9][.eE]|-0' then
    return regexp_replace(given, '("(?:[^"\\]|\\.)*")|\s+', '\1', 'g');
  end if;
  return lake.json_text(x, false);
exception when untranslatable_character or invalid_text_representation then
  -- the text has a NUL or half of a character, which PostgreSQL cannot hold
  return given;
end $$;

-- Characters beyond the basic plane as two escapes, which is how Trino writes JSON.
create or replace function lake.json_escaped(x text) returns text
language plpgsql immutable strict parallel safe as $$
begin
  if octet_length(x) = length(x) or x !~ '[\U00010000-\U0010FFFF]' then
    return x;
  end if;
  return (select string_agg(case when ascii(c) < 65536 then c
      else '\u' || upper(to_hex(55296 + ((ascii(c) - 65536) >> 10)))
        || '\u' || upper(to_hex(56320 + ((ascii(c) - 65536) & 1023))) end, '' order by place)
    from regexp_split_to_table(x, '') with ordinality s(c, place));
end $$;

create or replace function lake.json_parse(x text) returns text
language plpgsql immutable strict parallel safe set plan_cache_mode = force_generic_plan as $$
begin
  if x is not json then
    raise exception 'the text is no JSON' using errcode = '22023';
  elsif x !~ '[0-9][eE]|0\.00000|\\u00' then
    return lake.json_escaped(case when x is json object then lake.json_sorted(x::jsonb)
      when x is json array then lake.json_sorted_array(x::jsonb) else x::jsonb::text end);
  end if;
  return lake.json_escaped(lake.json_text(x::json, true));
exception when untranslatable_character or invalid_text_representation then
  -- the text has a NUL or half of a character, which PostgreSQL cannot hold
  return x;
end $$;

-- Paths. A step is the name of a member, or the index of an element from 0; a text that is no JSON has no parts.
-- Trino reads only as far as it must: it also finds parts before a fault of the text, and of repeated members the
-- first where we find the last.

create or replace function lake.json_extract(x text, variadic path text[]) returns text
language plpgsql immutable strict parallel safe as $$
begin
  if x is json then
    return lake.json_escaped(lake.json_compact(x::json #> path));
  end if;
  return null;
end $$;

create or replace function lake.json_extract_scalar(x text, variadic path text[]) returns text
language plpgsql immutable strict parallel safe as $$
declare
  part json;
begin
  if x is json then
    part := x::json #> path;
    if json_typeof(part) not in ('object', 'array') then
      return part #>> '{}';
    end if;
  end if;
  return null;
end $$;

create or replace function lake.json_size(x text, variadic path text[]) returns bigint
language plpgsql immutable strict parallel safe as $$
declare
  part json;
begin
  if x is json then
    part := x::json #> path;
    return case json_typeof(part)
      when 'object' then (select count(*) from json_object_keys(part))
      when 'array' then json_array_length(part)
      when 'string' then 0 when 'number' then 0 when 'boolean' then 0 when 'null' then 0 end;
  end if;
  return null;
end $$;

create or replace function lake.is_json_scalar(x text) returns boolean
language plpgsql immutable strict parallel safe as $$
begin
  if x is json then
    return x is json scalar;
  end if;
  raise exception 'the text is no JSON' using errcode = '22023';
end $$;

create or replace function lake.json_array_length(x text) returns bigint
language plpgsql immutable strict parallel safe as $$
begin
  if x is json array then
    return json_array_length(x::json);
  end if;
  return null;
end $$;

-- An element by its index from 0, or from the end by a negative one. A JSON null gives NULL; a text stands in the
-- result without its quotes, as in Trino, although that is no JSON.
create or replace function lake.json_array_get(x text, index bigint) returns text
language plpgsql immutable strict parallel safe as $$
declare
  element json;
begin
  if x is json array and index between -2147483647 and 2147483647 then
    element := x::json -> index::integer;
    return case json_typeof(element) when 'null' then null when 'number' then element #>> '{}'
      when 'string' then element #>> '{}' else lake.json_compact(element) end;
  end if;
  return null;
end $$;

create or replace function lake.json_array_contains(x text, value boolean) returns boolean
language plpgsql immutable strict parallel safe as $$
begin
  if x is json array then
    return exists (select from json_array_elements(x::json) e(element)
      where json_typeof(e.element) = 'boolean' and e.element #>> '{}' = case when value then 'true' else 'false' end);
  end if;
  return null;
end $$;

create or replace function lake.json_array_contains(x text, value bigint) returns boolean
language plpgsql immutable strict parallel safe as $$
begin
  if x is json array then
    return exists (select from json_array_elements(x::json) e(element)
      where json_typeof(e.element) = 'number' and e.element #>> '{}' = value::text);
  end if;
  return null;
end $$;

create or replace function lake.json_array_contains(x text, value double precision) returns boolean
language plpgsql immutable strict parallel safe as $$
begin
  if value = 'NaN' or abs(value) = 'Infinity' then
    return false;
  elsif x is json array then
    return exists (select from json_array_elements(x::json) e(element) where case
      when json_typeof(e.element) = 'number' and e.element #>> '{}' ~ '[.eE]' then lake.to_double(e.element #>> '{}') = value end);
  end if;
  return null;
end $$;

create or replace function lake.json_array_contains(x text, value text) returns boolean
language plpgsql immutable strict parallel safe as $$
begin
  if x is json array then
    return exists (select from json_array_elements(x::json) e(element)
      where json_typeof(e.element) = 'string' and e.element #>> '{}' = value);
  end if;
  return null;
end $$;

-- Casts from json.

-- The arguments of a type's description: array(varchar) has one, row(a bigint,b varchar) two.
create or replace function lake.type_arguments(kind text) returns text[]
language plpgsql immutable strict parallel safe as $$
declare
  found text[] := '{}';
  argument text := '';
  depth integer := 0;
  token text;
begin
  for token in select t[1] from regexp_matches(substr(kind, strpos(kind, '(') + 1), '("(?:[^"]|"")*"|[(),]|[^"(),]+)', 'g') t loop
    depth := depth + case token when '(' then 1 when ')' then -1 else 0 end;
    if depth < 0 then
      return found || argument;
    elsif token = ',' and depth = 0 then
      found := found || argument;
      argument := '';
    else
      argument := argument || token;
    end if;
  end loop;
  return found;
end $$;

-- Name and type of a field of a row.
create or replace function lake.field_of(argument text) returns text[]
language plpgsql immutable strict parallel safe as $$
declare
  part text[] := regexp_match(ltrim(argument), '^("(?:[^"]|"")*"|[^ ]+) +(.*)$');
begin
  return array[case when left(part[1], 1) = '"' then replace(substr(part[1], 2, length(part[1]) - 2), '""', '"')
    else part[1] end, part[2]];
end $$;

-- A decimal from JSON is out of range where it does not fit.
create or replace function lake.json_decimal(x text, digits integer, scale integer) returns numeric
language plpgsql immutable strict parallel safe as $$
declare
  number numeric := lake.to_decimal(x, 1000, scale);
begin
  if abs(number) >= 10::numeric ^ (digits - scale) then
    raise exception 'the number does not fit the decimal' using errcode = '22003';
  end if;
  return number;
end $$;

-- A scalar as a value of a scalar type, as text; objects and arrays are refused.
create or replace function lake.scalar_of_json(form text, content text, kind text) returns text
language plpgsql immutable parallel safe as $$
declare
  fraction boolean := form = 'number' and content ~ '[.eE]';
  base text := split_part(kind, '(', 1);
begin
  if form = 'null' or form is null then
    return null;
  elsif form in ('object', 'array') then
    raise exception 'the JSON value is no scalar' using errcode = '22018';
  elsif base = 'varchar' then
    content := case when fraction then lake.to_varchar(lake.to_double(content)) else content end;
    if length(content) > (lake.type_arguments(kind))[1]::integer then
      raise exception 'the text is longer than its type allows' using errcode = '22018';
    end if;
    return content;
  elsif base = 'boolean' then
    return case when form = 'number' then
        case when fraction then lake.to_double(content) <> 0 else lake.to_bigint(content) <> 0 end
      else lake.to_boolean(content) end::text;
  elsif form = 'boolean' then
    content := case content when 'true' then '1' else '0' end;
  end if;
  return case base
    when 'bigint' then case when fraction then lake.bigint_of(lake.to_double(content)) else lake.to_bigint(content) end::text
    when 'integer' then case when fraction then lake.integer_of(lake.to_double(content)) else lake.to_integer(content) end::text
    when 'smallint' then case when fraction then lake.smallint_of(lake.to_double(content)) else lake.to_smallint(content) end::text
    when 'tinyint' then case when fraction then lake.tinyint_of(lake.to_double(content)) else lake.to_tinyint(content) end::text
    when 'double' then lake.to_double(content)::text
    when 'real' then lake.to_real(content)::text
    when 'decimal' then lake.json_decimal(content, (lake.type_arguments(kind))[1]::integer,
      coalesce((lake.type_arguments(kind))[2], '0')::integer)::text
    end;
end $$;

-- A JSON value as a value of the described type, encoded.
create or replace function lake.encoded_of_json(x json, kind text) returns jsonb
language plpgsql immutable strict parallel safe as $$
declare
  base text := split_part(kind, '(', 1);
  form text := json_typeof(x);
  arguments text[];
  field text[];
  fields jsonb := '[]';
  content text;
begin
  if base = 'json' then
    return to_jsonb(lake.json_compact(x));
  elsif form = 'null' then
    return 'null';
  elsif base in ('array', 'map', 'row') then
    arguments := lake.type_arguments(kind);
  else
    content := lake.scalar_of_json(form, x #>> '{}', kind);
    return case when base = 'varchar' or content in ('NaN', 'Infinity', '-Infinity') then to_jsonb(content) else content::jsonb end;
  end if;
  if base = 'array' and form = 'array' then
    return (select coalesce(jsonb_agg(lake.encoded_of_json(e.value, arguments[1]) order by e.place), '[]')
      from json_array_elements(x) with ordinality e(value, place));
  elsif base = 'map' and form = 'object' then
    return (select coalesce(jsonb_object_agg_unique(case when arguments[1] = 'varchar' then e.key
          else lake.scalar_of_json('string', e.key, arguments[1]) end,
        lake.encoded_of_json(e.value, ltrim(arguments[2]))), '{}') from json_each(x) e);
  elsif base = 'row' and form = 'array' then
    if json_array_length(x) <> array_length(arguments, 1) then
      raise exception 'the array has not as many elements as the row has fields' using errcode = '22018';
    end if;
    return (select jsonb_agg(lake.encoded_of_json(e.value, (lake.field_of(arguments[e.place]))[2]) order by e.place)
      from json_array_elements(x) with ordinality e(value, place));
  elsif base = 'row' and form = 'object' then
    if (lake.field_of(arguments[1]))[1] = '' then
      raise exception 'fields without names are read from arrays only' using errcode = '22018';
    end if;
    for place in 1 .. array_length(arguments, 1) loop
      field := lake.field_of(arguments[place]);
      if (select count(*) > 1 from json_object_keys(x) k where lower(k) = lower(field[1])) then
        raise exception 'a field of the row is repeated' using errcode = '22018';
      end if;
      fields := fields || jsonb_build_array(coalesce(
        (select lake.encoded_of_json(e.value, field[2]) from json_each(x) e where lower(e.key) = lower(field[1])), 'null'));
    end loop;
    return fields;
  end if;
  raise exception 'the JSON value is of another form than the type' using errcode = '22018';
end $$;

create or replace function lake.from_json(x text, kind text) returns jsonb
language plpgsql immutable strict parallel safe set plan_cache_mode = force_generic_plan as $$
begin
  if x is not json then
    raise exception 'the text is no JSON' using errcode = '22018';
  end if;
  return nullif(lake.encoded_of_json(x::json, kind), 'null'::jsonb);
exception when duplicate_json_object_key_value then
  raise exception 'keys of a map are repeated' using errcode = '22018';
end $$;

create or replace function lake.varchar_of_json(x text) returns text
language plpgsql immutable strict parallel safe as $$
begin
  return lake.scalar_of_json(json_typeof(x::json), x::json #>> '{}', 'varchar');
end $$;

create or replace function lake.decimal_of_json(x text, digits integer, scale integer) returns numeric
language plpgsql immutable strict parallel safe as $$
begin
  return lake.scalar_of_json(json_typeof(x::json), x::json #>> '{}', 'decimal(' || digits || ',' || scale || ')')::numeric;
end $$;

-- lake.bigint_of_json(text) and so on.
do $$
declare
  target record;
begin
  for target in
    select * from (values ('boolean', 'boolean'), ('tinyint', 'smallint'), ('smallint', 'smallint'), ('integer', 'integer'),
      ('bigint', 'bigint'), ('real', 'real'), ('double', 'double precision')) t(name, type)
  loop
    execute format('create or replace function lake.%s_of_json(x text) returns %s language plpgsql immutable strict '
      'parallel safe as $body$ begin return lake.scalar_of_json(json_typeof(x::json), x::json #>> ''{}'', %1$L)::%2$s; end $body$',
      target.name, target.type);
  end loop;
end $$;

-- Casts to json.

-- The text of an encoded value of the described type.
create or replace function lake.json_of_encoded(x jsonb, kind text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  base text := split_part(kind, '(', 1);
  arguments text[];
begin
  if jsonb_typeof(x) = 'null' then
    return 'null';
  elsif base in ('array', 'map', 'row') then
    arguments := lake.type_arguments(kind);
  end if;
  return case
    when base = 'json' then x #>> '{}'
    when base in ('real', 'double') then case when jsonb_typeof(x) = 'string' then x::text
      when base = 'real' then lake.plain_or_scientific((x #>> '{}')::real::text)
      else lake.plain_or_scientific((x #>> '{}')::double precision::text) end
    when base = 'decimal' then lake.big_decimal(x #>> '{}')
    when base = 'array' then
      (select '[' || coalesce(string_agg(lake.json_of_encoded(e.value, arguments[1]), ',' order by e.place), '') || ']'
        from jsonb_array_elements(x) with ordinality e(value, place))
    when base = 'map' then
      (select '{' || coalesce(string_agg(lake.json_string(m.key) || ':' || m.value, ',' order by m.key collate "C"), '') || '}'
        from (select case split_part(arguments[1], '(', 1)
            when 'double' then lake.plain_or_scientific(e.key::double precision::text)
            when 'real' then lake.plain_or_scientific(e.key::real::text) else e.key end as key,
          lake.json_of_encoded(e.value, ltrim(arguments[2])) as value from jsonb_each(x) e) m)
    when base = 'row' then
      (select '{' || coalesce(string_agg(lake.json_string((lake.field_of(arguments[e.place]))[1]) || ':'
          || lake.json_of_encoded(e.value, (lake.field_of(arguments[e.place]))[2]), ',' order by e.place), '') || '}'
        from jsonb_array_elements(x) with ordinality e(value, place))
    when jsonb_typeof(x) = 'string' then lake.json_string(x #>> '{}')
    else x::text end;
end $$;

create or replace function lake.json_of(x jsonb, kind text) returns text
language plpgsql immutable strict parallel safe set plan_cache_mode = force_generic_plan as $$
begin
  return case when jsonb_typeof(x) <> 'null' then lake.json_escaped(lake.json_of_encoded(x, kind)) end;
end $$;
