-- Texts and binary strings. Characters are code points, as in Trino.

create or replace function lake.lower(x text) returns text
language sql immutable strict parallel safe
return lower(x collate pg_catalog.pg_c_utf8);

create or replace function lake.upper(x text) returns text
language sql immutable strict parallel safe
return upper(x collate pg_catalog.pg_c_utf8);

-- Blanks are what Java calls so: not the no-break spaces.
create or replace function lake.blanks() returns text
language sql immutable parallel safe
return E'\t\n\x0b\f\r\x1c\x1d\x1e\x1f \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000';

create or replace function lake.trim(x text) returns text
language sql immutable strict parallel safe
return btrim(x, lake.blanks());

create or replace function lake.ltrim(x text) returns text
language sql immutable strict parallel safe
return ltrim(x, lake.blanks());

create or replace function lake.rtrim(x text) returns text
language sql immutable strict parallel safe
return rtrim(x, lake.blanks());

-- From a place counted from 1, or from the end by a negative one; empty where there is no such place.
create or replace function lake.substr(x text, start bigint) returns text
language sql immutable parallel safe
return case when start > 0 then substr(x, least(start, 2147483647)::integer)
  when start = 0 or start < -char_length(x) then left(x, 0)
  else right(x, (-start)::integer) end;

create or replace function lake.substr(x text, start bigint, length bigint) returns text
language sql immutable parallel safe
return case when start > 0 and length > 0 then substr(x, least(start, 2147483647)::integer, least(length, 2147483647)::integer)
  when start < 0 and start >= -char_length(x) and length > 0
    then left(right(x, (-start)::integer), least(length, 2147483647)::integer)
  else left(x, (start & length & 0)::integer) end;

create or replace function lake.strpos(x text, y text, instance bigint) returns bigint
language plpgsql immutable strict parallel safe as $$
declare
  found integer := 0;
  reversed boolean := instance < 0;
  text text := case when instance < 0 then reverse(x) else x end;
  sought text := case when instance < 0 then reverse(y) else y end;
  next integer;
begin
  if instance = 0 then
    raise exception 'the instance is zero' using errcode = '22023';
  elsif y = '' then
    return 1;
  end if;
  for n in 1 .. abs(instance) loop
    next := strpos(substr(text, found + 1), sought);
    if next = 0 then
      return 0;
    end if;
    found := found + next;
  end loop;
  return case when reversed then length(x) - found - length(y) + 2 else found end;
end $$;

create or replace function lake.ends_with(x text, y text) returns boolean
language sql immutable strict parallel safe
return right(x, char_length(y)) = y;

create or replace function lake.concat(variadic texts text[]) returns text
language sql immutable strict parallel safe
return case when array_position(texts, null) is null then array_to_string(texts, '') end;

create or replace function lake.concat_ws(separator text, texts jsonb) returns text
language sql immutable strict parallel safe
return (select coalesce(string_agg(e.value #>> '{}', separator order by e.place), '')
  from jsonb_array_elements(texts) with ordinality e(value, place) where jsonb_typeof(e.value) <> 'null');

-- Nothing sought is found before each character and at the end.
create or replace function lake.replace_nothing(x text, replacement text) returns text
language sql immutable strict parallel safe
return case when x = '' then replacement
  else replacement || array_to_string(string_to_array(x, null), replacement) || replacement end;

create or replace function lake.replace(x text, sought text, replacement text) returns text
language sql immutable parallel safe
return case when sought <> '' then replace(x, sought, replacement)
  when sought = '' then lake.replace_nothing(x, replacement) end;

create or replace function lake.replace(x text, sought text) returns text
language sql immutable parallel safe
return case when sought <> '' then replace(x, sought, '') when sought = '' then x end;

create or replace function lake.check_padding(length bigint, padding text) returns integer
language plpgsql immutable strict parallel safe as $$
begin
  if length < 0 or length > 2147483647 or padding = '' then
    raise exception 'the text cannot be padded so' using errcode = '22023';
  end if;
  return length;
end $$;

create or replace function lake.lpad(x text, length bigint, padding text) returns text
language sql immutable strict parallel safe
return lpad(x, lake.check_padding(length, padding), padding);

create or replace function lake.rpad(x text, length bigint, padding text) returns text
language sql immutable strict parallel safe
return rpad(x, lake.check_padding(length, padding), padding);

create or replace function lake.split(x text, delimiter text) returns jsonb
language plpgsql immutable strict parallel safe as $$
begin
  if delimiter = '' then
    raise exception 'the delimiter is empty' using errcode = '22023';
  end if;
  return case when x = '' then '[""]' else to_jsonb(string_to_array(x, delimiter)) end;
end $$;

-- The last part holds the rest where there are more parts than the limit.
create or replace function lake.split(x text, delimiter text, parts bigint) returns jsonb
language plpgsql immutable strict parallel safe as $$
declare
  rest text := x;
  found jsonb := '[]';
  next integer;
begin
  if delimiter = '' or parts <= 0 or parts > 2147483647 then
    raise exception 'the text cannot be split so' using errcode = '22023';
  end if;
  loop
    next := strpos(rest, delimiter);
    exit when next = 0 or jsonb_array_length(found) = parts - 1;
    found := found || to_jsonb(left(rest, next - 1));
    rest := substr(rest, next + length(delimiter));
  end loop;
  return found || to_jsonb(rest);
end $$;

create or replace function lake.split_part(x text, delimiter text, index bigint) returns text
language plpgsql immutable strict parallel safe as $$
begin
  if index <= 0 then
    raise exception 'the index is not positive' using errcode = '22023';
  elsif index > length(x) + 1 then
    return null;
  elsif delimiter = '' then
    return nullif(substr(x, index::integer, 1), '');
  elsif x = '' then
    return '';
  end if;
  return (string_to_array(x, delimiter))[index];
end $$;

create or replace function lake.split_to_map(x text, entries text, keys text) returns jsonb
language plpgsql immutable strict parallel safe as $$
declare
  entry text;
  pair text[];
  found jsonb := '{}';
begin
  if entries = '' or keys = '' or entries = keys then
    raise exception 'the text cannot be split so' using errcode = '22023';
  end if;
  if x <> '' and right(x, length(entries)) = entries then
    x := left(x, -length(entries));
    if x = '' then
      raise exception 'an entry has not one delimiter of key and value' using errcode = '22023';
    end if;
  end if;
  foreach entry in array string_to_array(x, entries) loop
    pair := string_to_array(entry, keys);
    if coalesce(array_length(pair, 1), 0) <> 2 then
      raise exception 'an entry has not one delimiter of key and value' using errcode = '22023';
    elsif found ? pair[1] then
      raise exception 'a key is repeated' using errcode = '22023';
    end if;
    found := found || jsonb_build_object(pair[1], pair[2]);
  end loop;
  return found;
end $$;

create or replace function lake.chr(code bigint) returns text
language plpgsql immutable strict parallel safe as $$
begin
  if code < 0 or code > 1114111 or code between 55296 and 57343 then
    raise exception 'there is no such code point' using errcode = '22023';
  elsif code = 0 then
    raise exception 'the code point zero is not supported' using errcode = '0A000';
  end if;
  return chr(code::integer);
end $$;

create or replace function lake.codepoint(x text) returns integer
language plpgsql immutable strict parallel safe as $$
begin
  if char_length(x) <> 1 then
    raise exception 'the text is not one character' using errcode = '22023';
  end if;
  return ascii(x);
end $$;

create or replace function lake.normalize(x text, form text) returns text
language plpgsql immutable strict parallel safe as $$
begin
  if upper(form) not in ('NFC', 'NFD', 'NFKC', 'NFKD') then
    raise exception 'there is no such form' using errcode = '22023';
  end if;
  return pg_catalog.normalize(x, form);
end $$;

create or replace function lake.levenshtein_distance(x text, y text) returns bigint
language plpgsql immutable strict parallel safe as $$
declare
  a text[] := string_to_array(x, null);
  b text[] := string_to_array(y, null);
  before integer[];
  now integer[];
begin
  if y = '' or x = '' then
    return length(x) + length(y);
  elsif greatest(length(x), length(y)) * (least(length(x), length(y)) - 1) > 1000000 then
    raise exception 'the texts are too long' using errcode = '22023';
  end if;
  before := array(select generate_series(0, length(y)));
  for i in 1 .. length(x) loop
    now := array[i];
    for j in 1 .. length(y) loop
      now[j + 1] := least(before[j + 1] + 1, now[j] + 1, before[j] + case when a[i] = b[j] then 0 else 1 end);
    end loop;
    before := now;
  end loop;
  return before[length(y) + 1];
end $$;

create or replace function lake.hamming_distance(x text, y text) returns bigint
language plpgsql immutable strict parallel safe as $$
begin
  if length(x) <> length(y) then
    raise exception 'the texts are of different length' using errcode = '22023';
  end if;
  return (select count(*) from unnest(string_to_array(x, null), string_to_array(y, null)) c(a, b) where c.a <> c.b);
end $$;

-- Regular expressions. The pattern is PostgreSQL's, which the translator has made of Trino's; so are the
-- references to groups in a replacement.

create or replace function lake.regexp_like(x text, pattern text) returns boolean
language sql immutable strict parallel safe
return x ~ pattern;

create or replace function lake.regexp_extract(x text, pattern text, part bigint default 0) returns text
language sql immutable strict parallel safe
return regexp_substr(x, pattern, 1, 1, '', part::integer);

create or replace function lake.regexp_extract_all(x text, pattern text, part bigint default 0) returns jsonb
language sql immutable strict parallel safe
return (select coalesce(jsonb_agg(regexp_substr(x, pattern, 1, n, '', part::integer) order by n), '[]')
  from generate_series(1, regexp_count(x, pattern)) n);

create or replace function lake.regexp_replace(x text, pattern text, replacement text default '') returns text
language sql immutable strict parallel safe
return regexp_replace(x, pattern, replacement, 'g');

-- Matches of nothing part the text as well, also at both ends, which PostgreSQL leaves out.
create or replace function lake.regexp_split(x text, pattern text) returns jsonb
language plpgsql immutable strict parallel safe as $$
declare
  parts text[] := '{}';
  after integer := 1;
begin
  if '' !~ pattern and pattern !~ '\(\?[=!<]|\\[mMyY]' then
    return to_jsonb(regexp_split_to_array(x, pattern));
  end if;
  for nth in 1 .. regexp_count(x, pattern) loop
    parts := parts || substr(x, after, regexp_instr(x, pattern, 1, nth, 0) - after);
    after := regexp_instr(x, pattern, 1, nth, 1);
  end loop;
  return to_jsonb(parts || substr(x, after));
end $$;

create or replace function lake.regexp_count(x text, pattern text) returns bigint
language sql immutable strict parallel safe
return regexp_count(x, pattern)::bigint;

create or replace function lake.regexp_position(x text, pattern text) returns bigint
language sql immutable strict parallel safe
return coalesce(nullif(regexp_instr(x, pattern), 0), -1)::bigint;

-- Binary strings.

create or replace function lake.from_hex(x text) returns bytea
language plpgsql immutable strict parallel safe as $$
begin
  if x ~ '^([0-9a-fA-F]{2})*$' then
    return decode(x, 'hex');
  end if;
  raise exception 'the text is not hexadecimal' using errcode = '22023';
end $$;

create or replace function lake.to_base64(x bytea) returns text
language sql immutable strict parallel safe
return translate(encode(x, 'base64'), E'\n', '');

create or replace function lake.from_base64(x text) returns bytea
language plpgsql immutable strict parallel safe as $$
begin
  if x ~ '^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}(==)?|[A-Za-z0-9+/]{3}=?)?$' then
    return decode(rpad(x, (length(x) + 3) / 4 * 4, '='), 'base64');
  end if;
  raise exception 'the text is not of base 64' using errcode = '22023';
end $$;

create or replace function lake.to_utf8(x text) returns bytea
language sql immutable strict parallel safe
return convert_to(x, 'UTF8');

-- Bytes that are no UTF-8 become U+FFFD, one by one.
create or replace function lake.from_broken_utf8(x bytea) returns text
language plpgsql immutable strict parallel safe as $$
declare
  rest text := encode(x, 'hex');
  found text;
  decoded text := '';
begin
  while rest <> '' loop
    found := coalesce(substring(rest from '^((?:[0-7].)+)'), substring(rest from
      '^(c[2-9a-f][89ab].|d.[89ab].|e0[ab].[89ab].|e[1-9a-cef][89ab].[89ab].|ed[89].[89ab].|f0[9ab].[89ab].[89ab].|f[1-3][89ab].[89ab].[89ab].|f48.[89ab].[89ab].)'));
    decoded := decoded || coalesce(convert_from(decode(found, 'hex'), 'UTF8'), U&'\fffd');
    rest := substr(rest, coalesce(length(found), 2) + 1);
  end loop;
  return decoded;
end $$;

create or replace function lake.from_utf8(x bytea) returns text
language plpgsql immutable strict parallel safe as $$
begin
  return convert_from(x, 'UTF8');
exception when character_not_in_repertoire then
  if encode(x, 'hex') ~ '^(..)*?00' then
    raise exception 'the byte zero is not supported in a text' using errcode = '0A000';
  end if;
  return lake.from_broken_utf8(x);
end $$;
