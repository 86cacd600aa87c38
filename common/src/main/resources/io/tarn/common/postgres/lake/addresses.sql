-- Addresses of the web.

-- The text of bytes given as %XX; with plus, a plus sign is a blank.
create or replace function lake.percent_decode(x text, plus boolean) returns text
language plpgsql immutable strict parallel safe as $$
declare
  bytes bytea := '';
  piece text[];
begin
  for piece in select regexp_matches(case when plus then replace(x, '+', ' ') else x end, '((?:%[0-9a-fA-F]{2})+)|([^%]+)|(%)', 'g') loop
    if piece[3] is not null then
      raise exception 'a percent sign is not followed by two digits' using errcode = '22023';
    end if;
    bytes := bytes || case when piece[1] is not null then decode(replace(piece[1], '%', ''), 'hex')
      else convert_to(piece[2], 'UTF8') end;
  end loop;
  return lake.from_utf8(bytes);
end $$;

create or replace function lake.url_decode(x text) returns text
language sql immutable strict parallel safe
return case when x !~ '[%+]' then x else lake.percent_decode(x, true) end;

create or replace function lake.url_encode(x text) returns text
language plpgsql immutable strict parallel safe as $$
begin
  return (select coalesce(string_agg(case
      when c.value ~ '^[A-Za-z0-9_.*-]$' then c.value when c.value = ' ' then '+'
      else regexp_replace(upper(encode(convert_to(c.value, 'UTF8'), 'hex')), '(..)', '%\1', 'g') end, '' order by c.place), '')
    from unnest(string_to_array(x, null)) with ordinality c(value, place));
end $$;

-- Scheme, host, port, path, query and fragment as java.net.URI finds them, the query undecoded; NULL where the
-- text is no URI.
create or replace function lake.url_parts(x text) returns text[]
language plpgsql immutable strict parallel safe as $$
declare
  part text[] := regexp_match(x, '^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(//([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$');
  server text[];
begin
  if part is null or x ~ '[\x01-\x20"<>\\^`{|}\x7f]' or x ~ '%(?![0-9a-fA-F]{2})' or x ~ '#.*#'
    or (part[1] is not null and part[2] is null and part[4] = '')
    or (part[1] is null and part[2] is null and part[4] ~ '^[^/]*:')
    or coalesce(part[4], '') ~ '[\[\]]' or (part[2] is not null and part[3] = '' and part[4] = '') then
    return null;
  end if;
  if part[1] is not null and part[2] is null and left(part[4], 1) <> '/' then
    return array[part[1], null, null, null, null, part[6]];
  end if;
  server := regexp_match(part[3],
    '^(?:[^@\[\]]*@)?((?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.?|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9A-Fa-f:.]+\])(?::(\d*))?$');
  return array[part[1], server[1], nullif(server[2], ''), part[4], part[5], part[6]];
end $$;

create or replace function lake.url_extract_protocol(x text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  parts text[] := lake.url_parts(x);
begin
  return case when parts is not null then coalesce(parts[1], '') end;
end $$;

create or replace function lake.url_extract_host(x text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  parts text[] := lake.url_parts(x);
begin
  return case when parts is not null then coalesce(parts[2], '') end;
end $$;

create or replace function lake.url_extract_port(x text) returns bigint
language sql immutable strict parallel safe
return (lake.url_parts(x))[3]::bigint;

create or replace function lake.url_extract_path(x text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  parts text[] := lake.url_parts(x);
begin
  return case when parts is not null then coalesce(lake.percent_decode(parts[4], false), '') end;
end $$;

create or replace function lake.url_extract_query(x text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  parts text[] := lake.url_parts(x);
begin
  return case when parts is not null then coalesce(lake.percent_decode(parts[5], false), '') end;
end $$;

create or replace function lake.url_extract_fragment(x text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  parts text[] := lake.url_parts(x);
begin
  return case when parts is not null then coalesce(lake.percent_decode(parts[6], false), '') end;
end $$;

-- The first parameter of the name; empty where it has no value.
create or replace function lake.url_extract_parameter(x text, name text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  parameter text;
begin
  foreach parameter in array coalesce(string_to_array((lake.url_parts(x))[5], '&'), '{}') loop
    if split_part(parameter, '=', 1) = name then
      return lake.url_decode(substr(parameter, length(name) + 2));
    end if;
  end loop;
  return null;
end $$;

-- Network addresses.

create or replace function lake.contains(network text, address inet) returns boolean
language plpgsql immutable strict parallel safe as $$
declare
  parts text[] := regexp_match(network, '^([^/]+)/(\d{1,3})$');
  base inet;
begin
  if parts is null then
    raise exception 'the text is no network' using errcode = '22023';
  end if;
  base := lake.to_inet(parts[1]);
  if parts[2]::integer > (case family(base) when 4 then 32 else 128 end) then
    raise exception 'the text is no network' using errcode = '22023';
  end if;
  if set_masklen(base, parts[2]::integer) <> network(set_masklen(base, parts[2]::integer)) then
    raise exception 'the text is no network' using errcode = '22023';
  end if;
  return family(base) = family(address) and set_masklen(address, parts[2]::integer) <<= network(set_masklen(base, parts[2]::integer));
exception when invalid_character_value_for_cast then
  raise exception 'the text is no network' using errcode = '22023';
end $$;

-- What addresses are in order by: their sixteen bytes, addresses of version 4 among those of version 6.
create or replace function lake.address_order(x inet) returns bytea
language sql immutable strict parallel safe
return case when family(x) = 4 then '\x00000000000000000000ffff'::bytea else ''::bytea end || substr(inet_send(x), 5);
