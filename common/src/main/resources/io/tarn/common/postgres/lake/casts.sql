-- Casts as Trino makes them. A cast that can fail raises 22018 (invalid cast argument) or 22003 (out of range);
-- its twin lake.try_... gives NULL instead. The twins are made in tries.sql.

-- The text without the characters up to the blank at both ends.
create or replace function lake.java_trim(x text) returns text
language sql immutable strict parallel safe
return btrim(x, E'\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\f\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f ');

-- The shortest decimal text of a floating-point number in scientific form: 1.0E0, 1.5E-3; zero is 0E0.
create or replace function lake.scientific(x text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  sign text := case when left(x, 1) = '-' then '-' else '' end;
  mantissa text := split_part(ltrim(x, '-'), 'e', 1);
  exponent integer := coalesce(nullif(split_part(x, 'e', 2), ''), '0')::integer;
  whole text := split_part(mantissa, '.', 1);
  digits text := whole || split_part(mantissa, '.', 2);
  significant text := ltrim(digits, '0');
begin
  if x in ('NaN', 'Infinity', '-Infinity') then
    return x;
  end if;
  if significant = '' then
    return sign || '0E0';
  end if;
  exponent := exponent + length(whole) - 1 - (length(digits) - length(significant));
  significant := rtrim(significant, '0');
  return sign || left(significant, 1) || '.' || coalesce(nullif(substr(significant, 2), ''), '0') || 'E' || exponent;
end $$;

-- A floating-point number as JSON shows it: 1.0, 0.001, 1.0E7.
create or replace function lake.plain_or_scientific(x text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  exact numeric;
begin
  if x in ('NaN', 'Infinity', '-Infinity') then
    return x;
  end if;
  if x ~ '^-?0(\.0*)?(e.*)?$' then
    return case when left(x, 1) = '-' then '-0.0' else '0.0' end;
  end if;
  exact := x::numeric;
  if abs(exact) >= 0.001 and abs(exact) < 10000000 then
    return case when scale(trim_scale(exact)) = 0 then trim_scale(exact)::text || '.0' else trim_scale(exact)::text end;
  end if;
  return lake.scientific(x);
end $$;

create or replace function lake.to_varchar(x boolean) returns text
language sql immutable parallel safe
return case when x then 'true' when not x then 'false' end;

create or replace function lake.to_varchar(x text) returns text
language sql immutable strict parallel safe
return x;

create or replace function lake.to_varchar(x smallint) returns text
language sql immutable strict parallel safe
return x::text;

create or replace function lake.to_varchar(x integer) returns text
language sql immutable strict parallel safe
return x::text;

create or replace function lake.to_varchar(x bigint) returns text
language sql immutable strict parallel safe
return x::text;

create or replace function lake.to_varchar(x numeric) returns text
language sql immutable strict parallel safe
return x::text;

-- Trino gives seven digits at most.
create or replace function lake.to_varchar(x real) returns text
language plpgsql immutable strict parallel safe as $$
begin
  return lake.scientific(case when x = 'NaN' or abs(x) = 'Infinity' then x::text
    else btrim(to_char(x::double precision, '9.999999EEEE')) end);
end $$;

create or replace function lake.to_varchar(x double precision) returns text
language sql immutable strict parallel safe
return lake.scientific(x::text);

create or replace function lake.to_varchar(x date) returns text
language plpgsql immutable strict parallel safe as $$
begin
  return to_char(x, 'YYYY-MM-DD');
end $$;

-- A timestamp with as many digits of the second as its type has.
create or replace function lake.to_varchar(x timestamp, digits integer) returns text
language plpgsql immutable strict parallel safe as $$
begin
  return rpad(to_char(x, 'YYYY-MM-DD HH24:MI:SS') || case when digits > 0 then to_char(x, '.US') else '' end,
    19 + case when digits > 0 then digits + 1 else 0 end, '0');
end $$;

create or replace function lake.to_varchar(x timestamp) returns text
language sql immutable strict parallel safe
return lake.to_varchar(x, 3);

create or replace function lake.to_varchar(x time, digits integer) returns text
language plpgsql immutable strict parallel safe as $$
begin
  return rpad(to_char(x, 'HH24:MI:SS') || case when digits > 0 then to_char(x, '.US') else '' end,
    8 + case when digits > 0 then digits + 1 else 0 end, '0');
end $$;

create or replace function lake.to_varchar(x time) returns text
language sql immutable strict parallel safe
return lake.to_varchar(x, 3);

-- An address without the length of its net.
create or replace function lake.to_varchar(x inet) returns text
language sql immutable strict parallel safe
return host(x);

create or replace function lake.to_varchar(x uuid) returns text
language sql immutable strict parallel safe
return x::text;

-- Milliseconds as an interval day to second: 1 00:00:00.000.
create or replace function lake.interval_day_text(x bigint) returns text
language sql immutable strict parallel safe
return case when x < 0 then '-' else '' end || (abs(x) / 86400000)::text || ' '
  || lpad((abs(x) / 3600000 % 24)::text, 2, '0') || ':' || lpad((abs(x) / 60000 % 60)::text, 2, '0') || ':'
  || lpad((abs(x) / 1000 % 60)::text, 2, '0') || '.' || lpad((abs(x) % 1000)::text, 3, '0');

-- Months as an interval year to month: 1-2.
create or replace function lake.interval_year_text(x integer) returns text
language sql immutable strict parallel safe
return case when x < 0 then '-' else '' end || (abs(x) / 12)::text || '-' || (abs(x) % 12)::text;

-- From text.

create or replace function lake.to_boolean(x text) returns boolean
language plpgsql immutable strict parallel safe as $$
begin
  if lower(x collate "C") in ('t', 'true', '1') then
    return true;
  elsif lower(x collate "C") in ('f', 'false', '0') then
    return false;
  end if;
  raise exception 'the text is no boolean' using errcode = '22018';
end $$;

-- A whole number between two bounds.
create or replace function lake.whole_number(x text, lowest numeric, highest numeric) returns bigint
language plpgsql immutable strict parallel safe as $$
declare
  digits text := lake.java_trim(x);
  number numeric;
begin
  if length(digits) <= 1000 and digits ~ '^[+-]?[0-9]+$' then
    number := digits::numeric;
    if number between lowest and highest then
      return number::bigint;
    end if;
  end if;
  raise exception 'the text is no whole number of this type' using errcode = '22018';
end $$;

create or replace function lake.to_bigint(x text) returns bigint
language sql immutable strict parallel safe
return lake.whole_number(x, -9223372036854775808, 9223372036854775807);

create or replace function lake.to_integer(x text) returns integer
language sql immutable strict parallel safe
return lake.whole_number(x, -2147483648, 2147483647)::integer;

create or replace function lake.to_smallint(x text) returns smallint
language sql immutable strict parallel safe
return lake.whole_number(x, -32768, 32767)::smallint;

create or replace function lake.to_tinyint(x text) returns smallint
language sql immutable strict parallel safe
return lake.whole_number(x, -128, 127)::smallint;

-- Decimal texts of any size: too large ones are infinite, too small ones zero. Hexadecimal ones are refused.
create or replace function lake.to_double(x text) returns double precision
language plpgsql immutable strict parallel safe as $$
declare
  digits text := lake.java_trim(x);
begin
  if digits ~ '^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?[dDfF]?$' then
    digits := rtrim(digits, 'dDfF');
    if length(digits) < 250 and digits !~ '[eE].*[0-9]{3}' then
      return digits::double precision;
    end if;
    begin
      return digits::double precision;
    exception when numeric_value_out_of_range then
      return (case when digits ~ '[eE]-' then '0' else 'Infinity' end)::double precision
        * case when left(digits, 1) = '-' then -1 else 1 end;
    end;
  elsif digits ~ '^[+-]?(NaN|Infinity)$' then
    return case when digits ~ 'NaN$' then 'NaN' else digits end::double precision;
  end if;
  raise exception 'the text is no number' using errcode = '22018';
end $$;

create or replace function lake.to_real(x text) returns real
language plpgsql immutable strict parallel safe as $$
begin
  -- straight from the text, so that it is rounded once
  if lake.java_trim(x) ~ '^[+-]?[0-9]{1,30}(\.[0-9]{0,30})?$' then
    return lake.java_trim(x)::real;
  end if;
  return lake.real_of(lake.to_double(x));
end $$;

-- A decimal of the given size, rounded half up.
create or replace function lake.to_decimal(x text, digits integer, scale integer) returns numeric
language plpgsql immutable strict parallel safe as $$
declare
  number numeric;
begin
  if x !~ '^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,4})?$' then
    raise exception 'the text is no decimal' using errcode = '22018';
  end if;
  number := round(x::numeric, scale);
  if abs(number) >= (10::numeric ^ (digits - scale)) then
    raise exception 'the number does not fit the decimal' using errcode = '22018';
  end if;
  return number;
end $$;

create or replace function lake.to_date(x text) returns date
language plpgsql immutable strict parallel safe as $$
declare
  part text[] := regexp_match(lake.java_trim(x), '^(\d{4,6})-(\d{1,2})-(\d{1,2})$');
begin
  if part is null then
    raise exception 'the text is no date' using errcode = '22018';
  end if;
  return make_date(part[1]::integer, part[2]::integer, part[3]::integer);
exception when datetime_field_overflow then
  raise exception 'the text is no date' using errcode = '22018';
end $$;

-- Seconds of a text's whole second and fraction, rounded half up to the digits of the type.
create or replace function lake.seconds_of(second text, fraction text, digits integer) returns numeric
language sql immutable parallel safe
return round((coalesce(second, '0') || '.' || coalesce(fraction, '0'))::numeric, least(digits, 6));

create or replace function lake.to_time(x text, digits integer default 3) returns time
language plpgsql immutable strict parallel safe as $$
declare
  part text[] := regexp_match(lake.java_trim(x), '^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d+))?)?$');
begin
  if part is null or part[1]::integer > 23 or part[2]::integer > 59 or coalesce(part[3], '0')::integer > 59 then
    raise exception 'the text is no time' using errcode = '22018';
  end if;
  return time '00:00' + make_interval(hours => part[1]::integer, mins => part[2]::integer,
    secs => lake.seconds_of(part[3], part[4], digits)::double precision);
end $$;

-- A zone in the text must be known, and is left out of account then.
create or replace function lake.to_timestamp(x text, digits integer default 3) returns timestamp
language plpgsql immutable strict parallel safe as $$
declare
  part text[] := regexp_match(lake.java_trim(x),
    '^(\d{4,6})-(\d{1,2})-(\d{1,2})(?: (?:(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d+))?)?)?\s*([^0-9].*)?)?$');
begin
  if part is null or coalesce(part[4], '0')::integer > 23 or coalesce(part[5], '0')::integer > 59
    or coalesce(part[6], '0')::integer > 59 then
    raise exception 'the text is no timestamp' using errcode = '22018';
  end if;
  perform lake.zone_of(part[8]);
  return make_date(part[1]::integer, part[2]::integer, part[3]::integer)::timestamp
    + make_interval(hours => coalesce(part[4], '0')::integer, mins => coalesce(part[5], '0')::integer,
        secs => lake.seconds_of(part[6], part[7], digits)::double precision);
exception when datetime_field_overflow or invalid_parameter_value then
  raise exception 'the text is no timestamp' using errcode = '22018';
end $$;

-- Without a zone in the text, the session's zone, which is UTC.
create or replace function lake.to_zoned(x text, digits integer default 3) returns lake.zoned
language plpgsql immutable strict parallel safe as $$
declare
  part text[] := regexp_match(lake.java_trim(x),
    '^(\d{4,6}-\d{1,2}-\d{1,2}(?: \d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d+)?)?)?)\s*(\D.*|[+-].*)?$');
begin
  if part is null then
    raise exception 'the text is no timestamp with time zone' using errcode = '22018';
  end if;
  return lake.with_timezone(lake.to_timestamp(part[1], digits), coalesce(part[2], 'UTC'));
exception when invalid_parameter_value then
  raise exception 'the text is no timestamp with time zone' using errcode = '22018';
end $$;

create or replace function lake.to_inet(x text) returns inet
language plpgsql immutable strict parallel safe as $$
declare
  address inet;
begin
  if x ~ '^[0-9]{1,3}(\.[0-9]{1,3}){3}$' or (x ~ ':' and x ~ '^[0-9a-fA-F:.]+$') then
    address := x::inet;
    if family(address) = 6 and address << inet '::ffff:0.0.0.0/96' then
      return substr(host(address), 8)::inet;
    end if;
    return address;
  end if;
  raise exception 'the text is no address' using errcode = '22018';
exception when invalid_text_representation then
  raise exception 'the text is no address' using errcode = '22018';
end $$;

create or replace function lake.to_uuid(x text) returns uuid
language plpgsql immutable strict parallel safe as $$
begin
  if x ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' then
    return x::uuid;
  end if;
  raise exception 'the text is no UUID' using errcode = '22018';
end $$;
