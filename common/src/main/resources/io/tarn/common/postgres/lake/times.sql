-- Dates, timestamps, zones and intervals.

-- Zones.

-- The zone as Trino names it: UTC, an offset such as +05:30, or the name of a region.
create or replace function lake.zone_of(zone text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  part text[];
  minutes integer;
begin
  if zone in ('UTC', 'Z', 'UT', 'GMT', 'Zulu', 'UCT', 'Etc/UTC', 'Etc/UCT', 'Etc/Zulu', 'Etc/GMT', 'GMT0', 'Etc/GMT0',
    'Etc/Universal', 'Universal', 'Greenwich', 'Etc/Greenwich', 'Etc/GMT+0', 'Etc/GMT-0') then
    return 'UTC';
  end if;
  part := regexp_match(zone, '^([+-])(\d{2})(?::?(\d{2}))?$');
  if part is null then
    part := regexp_match(zone, '^(?:UTC|GMT|UT)([+-])(\d{1,2})(?::?(\d{2}))?$');
  end if;
  if part is null then
    -- these count to the west
    part := regexp_match(translate(zone, '+-', '-+'), '^Etc/GMT([+-])(\d{1,2})()$');
  end if;
  if part is not null then
    minutes := part[2]::integer * 60 + coalesce(nullif(part[3], ''), '0')::integer;
    if minutes > 14 * 60 or coalesce(nullif(part[3], ''), '0')::integer > 59 then
      raise exception 'the zone is not known' using errcode = '22023';
    end if;
    return case when minutes = 0 then 'UTC'
      else part[1] || lpad(part[2], 2, '0') || ':' || coalesce(nullif(part[3], ''), '00') end;
  end if;
  if zone ~ '^[A-Z][A-Za-z_]+(/[A-Z][A-Za-z0-9_-]+)+$' or zone in ('CET', 'CST6CDT', 'Cuba', 'EET', 'EST5EDT', 'Egypt', 'Eire',
    'GB', 'GB-Eire', 'Hongkong', 'Iceland', 'Iran', 'Israel', 'Jamaica', 'Japan', 'Kwajalein', 'Libya', 'MET',
    'MST7MDT', 'NZ', 'NZ-CHAT', 'Navajo', 'PRC', 'PST8PDT', 'Poland', 'Portugal', 'ROK', 'Singapore', 'Turkey',
    'W-SU', 'WET') then
    perform timestamp '2000-01-01' at time zone zone;
    return zone;
  end if;
  raise exception 'the zone is not known' using errcode = '22023';
end $$;

-- Minutes of an offset such as -05:30.
create or replace function lake.offset_minutes(zone text) returns integer
language sql immutable strict parallel safe
return (substr(zone, 2, 2)::integer * 60 + substr(zone, 5, 2)::integer) * case left(zone, 1) when '-' then -1 else 1 end;

-- Wall time in the zone of the value.
create or replace function lake.local(x lake.zoned) returns timestamp
language sql immutable parallel safe
return case when (x).zone = 'UTC' then (x).instant
  when left((x).zone, 1) in ('+', '-') then (x).instant + make_interval(mins => lake.offset_minutes((x).zone))
  else ((x).instant at time zone 'UTC') at time zone (x).zone end;

create or replace function lake.zoned_of(x timestamp) returns lake.zoned
language sql immutable strict parallel safe
return row(x, 'UTC')::lake.zoned;

create or replace function lake.at_timezone(x lake.zoned, zone text) returns lake.zoned
language plpgsql immutable strict parallel safe as $$
begin
  return row((x).instant, lake.zone_of(zone))::lake.zoned;
end $$;

create or replace function lake.at_timezone(x timestamp, zone text) returns lake.zoned
language plpgsql immutable strict parallel safe as $$
begin
  return row(x, lake.zone_of(zone))::lake.zoned;
end $$;

-- The instant at which clocks of the zone show this time: the earlier one where they show it twice.
create or replace function lake.with_timezone(x timestamp, zone text) returns lake.zoned
language plpgsql immutable strict parallel safe as $$
declare
  name text := lake.zone_of(zone);
  found timestamp;
  earlier interval;
begin
  if name = 'UTC' then
    return row(x, name)::lake.zoned;
  elsif left(name, 1) in ('+', '-') then
    return row(x - make_interval(mins => lake.offset_minutes(name)), name)::lake.zoned;
  end if;
  found := (x at time zone name) at time zone 'UTC';
  foreach earlier in array array[interval '1 hour', interval '30 minutes'] loop
    if ((found - earlier) at time zone 'UTC') at time zone name = x then
      return row(found - earlier, name)::lake.zoned;
    end if;
  end loop;
  return row(found, name)::lake.zoned;
end $$;

create or replace function lake.zone_minutes(x lake.zoned) returns bigint
language sql immutable parallel safe
return (date_part('epoch', lake.local(x) - (x).instant) / 60)::bigint;

create or replace function lake.timezone_hour(x lake.zoned) returns bigint
language sql immutable parallel safe
return lake.zone_minutes(x) / 60;

create or replace function lake.timezone_minute(x lake.zoned) returns bigint
language sql immutable parallel safe
return lake.zone_minutes(x) % 60;

-- The offset from UTC as +05:30.
create or replace function lake.offset_text(x lake.zoned, divider text) returns text
language sql immutable strict parallel safe
return case when lake.zone_minutes(x) < 0 then '-' else '+' end || lpad((abs(lake.zone_minutes(x)) / 60)::text, 2, '0')
  || divider || lpad((abs(lake.zone_minutes(x)) % 60)::text, 2, '0');

create or replace function lake.to_varchar(x lake.zoned, digits integer) returns text
language plpgsql immutable strict parallel safe as $$
begin
  return lake.to_varchar(lake.local(x), digits) || ' ' || (x).zone;
end $$;

create or replace function lake.to_varchar(x lake.zoned) returns text
language plpgsql immutable strict parallel safe as $$
begin
  return lake.to_varchar(lake.local(x), 3) || ' ' || (x).zone;
end $$;

-- Arithmetic.

create or replace function lake.timestamp_add(x timestamp, millis bigint) returns timestamp
language sql immutable strict parallel safe
return x + millis * interval '1 millisecond';

create or replace function lake.timestamp_add(x lake.zoned, millis bigint) returns lake.zoned
language sql immutable strict parallel safe
return row((x).instant + millis * interval '1 millisecond', (x).zone)::lake.zoned;

create or replace function lake.no_unit(unit text) returns text
language plpgsql immutable strict parallel safe as $$
begin
  raise exception 'this is not a unit of time' using errcode = '22023';
end $$;

create or replace function lake.date_add(unit text, amount bigint, x timestamp) returns timestamp
language plpgsql immutable strict parallel safe as $$
begin
  return case lower(unit)
    when 'millisecond' then x + amount * interval '1 millisecond'
    when 'second' then x + amount * interval '1 second'
    when 'minute' then x + amount * interval '1 minute'
    when 'hour' then x + amount * interval '1 hour'
    when 'day' then x + make_interval(days => amount::integer)
    when 'week' then x + make_interval(weeks => amount::integer)
    when 'month' then x + make_interval(months => amount::integer)
    when 'quarter' then x + make_interval(months => 3 * amount::integer)
    when 'year' then x + make_interval(years => amount::integer)
    else lake.no_unit(unit)::timestamp end;
end $$;

create or replace function lake.date_add(unit text, amount bigint, x date) returns date
language plpgsql immutable strict parallel safe as $$
begin
  return case lower(unit)
    when 'day' then x + amount::integer
    when 'week' then x + 7 * amount::integer
    when 'month' then (x + make_interval(months => amount::integer))::date
    when 'quarter' then (x + make_interval(months => 3 * amount::integer))::date
    when 'year' then (x + make_interval(years => amount::integer))::date
    else lake.no_unit(unit)::date end;
end $$;

-- Hours and less move the instant; days and more move the wall time.
create or replace function lake.date_add(unit text, amount bigint, x lake.zoned) returns lake.zoned
language plpgsql immutable strict parallel safe as $$
begin
  if lower(unit) in ('millisecond', 'second', 'minute', 'hour') then
    return row(lake.date_add(unit, amount, (x).instant), (x).zone)::lake.zoned;
  end if;
  return lake.with_timezone(lake.date_add(unit, amount, lake.local(x)), (x).zone);
end $$;

-- Complete months from the first to the second, negative where the second is earlier. A last day of a month
-- completes the month also where the first had a later day.
create or replace function lake.complete_months(a timestamp, b timestamp) returns bigint
language plpgsql immutable strict parallel safe as $$
declare
  months bigint;
  day_of_a double precision := date_part('day', a);
begin
  if b < a then
    return -lake.complete_months(b, a);
  end if;
  months := (date_part('year', b) - date_part('year', a)) * 12 + date_part('month', b) - date_part('month', a);
  if date_part('day', b + interval '1 day') = 1 then
    day_of_a := least(day_of_a, date_part('day', b));
  end if;
  if (date_part('day', b), b::time) < (day_of_a, a::time) then
    months := months - 1;
  end if;
  return months;
end $$;

-- Complete units from the first to the second; fractions of a millisecond are left out of account.
create or replace function lake.date_diff(unit text, a timestamp, b timestamp) returns bigint
language plpgsql immutable strict parallel safe as $$
declare
  millis bigint := floor(extract(epoch from b) * 1000)::bigint - floor(extract(epoch from a) * 1000)::bigint;
begin
  return case lower(unit)
    when 'millisecond' then millis
    when 'second' then millis / 1000
    when 'minute' then millis / 60000
    when 'hour' then millis / 3600000
    when 'day' then millis / 86400000
    when 'week' then millis / 604800000
    when 'month' then lake.complete_months(date_trunc('milliseconds', a), date_trunc('milliseconds', b))
    when 'quarter' then lake.complete_months(date_trunc('milliseconds', a), date_trunc('milliseconds', b)) / 3
    when 'year' then lake.complete_months(date_trunc('milliseconds', a), date_trunc('milliseconds', b)) / 12
    else lake.no_unit(unit)::bigint end;
end $$;

create or replace function lake.date_diff(unit text, a date, b date) returns bigint
language plpgsql immutable strict parallel safe as $$
begin
  return case lower(unit)
    when 'day' then b - a
    when 'week' then (b - a) / 7
    when 'month' then lake.complete_months(a, b)
    when 'quarter' then lake.complete_months(a, b) / 3
    when 'year' then lake.complete_months(a, b) / 12
    else lake.no_unit(unit)::bigint end;
end $$;

-- Days and more are counted by the clocks of the first value's zone.
create or replace function lake.date_diff(unit text, a lake.zoned, b lake.zoned) returns bigint
language plpgsql immutable strict parallel safe as $$
begin
  if lower(unit) in ('millisecond', 'second', 'minute', 'hour') then
    return lake.date_diff(unit, (a).instant, (b).instant);
  end if;
  return lake.date_diff(unit, lake.local(a), lake.local(row((b).instant, (a).zone)::lake.zoned));
end $$;

create or replace function lake.date_trunc(unit text, x timestamp) returns timestamp
language sql immutable parallel safe
return date_trunc(case lower(unit) when 'millisecond' then 'milliseconds' when 'second' then 'second'
  when 'minute' then 'minute' when 'hour' then 'hour' when 'day' then 'day' when 'week' then 'week'
  when 'month' then 'month' when 'quarter' then 'quarter' when 'year' then 'year' else lake.no_unit(unit) end, x);

create or replace function lake.date_trunc(unit text, x date) returns date
language sql immutable parallel safe
return date_trunc(case lower(unit) when 'day' then 'day' when 'week' then 'week' when 'month' then 'month'
  when 'quarter' then 'quarter' when 'year' then 'year' else lake.no_unit(unit) end, x::timestamp)::date;

create or replace function lake.date_trunc(unit text, x lake.zoned) returns lake.zoned
language plpgsql immutable strict parallel safe as $$
declare
  wall timestamp := lake.local(x);
begin
  if lower(unit) in ('millisecond', 'second', 'minute', 'hour') then
    return row((x).instant - (wall - lake.date_trunc(unit, wall)), (x).zone)::lake.zoned;
  end if;
  return lake.with_timezone(lake.date_trunc(unit, wall), (x).zone);
end $$;

create or replace function lake.last_day_of_month(x timestamp) returns date
language sql immutable strict parallel safe
return (date_trunc('month', x) + interval '1 month' - interval '1 day')::date;

create or replace function lake.last_day_of_month(x date) returns date
language sql immutable strict parallel safe
return lake.last_day_of_month(x::timestamp);

create or replace function lake.last_day_of_month(x lake.zoned) returns date
language sql immutable parallel safe
return lake.last_day_of_month(lake.local(x));

create or replace function lake.date(x timestamp) returns date
language sql immutable strict parallel safe
return x::date;

create or replace function lake.date(x date) returns date
language sql immutable strict parallel safe
return x;

create or replace function lake.date(x lake.zoned) returns date
language sql immutable parallel safe
return lake.local(x)::date;

create or replace function lake.date(x text) returns date
language sql immutable strict parallel safe
return lake.to_date(x);

-- Fields: lake.year(timestamp), lake.year(date), lake.year(zoned), and so on.
do $$
declare
  field record;
begin
  for field in
    select * from (values ('year', 'year', true), ('quarter', 'quarter', true), ('month', 'month', true),
      ('week', 'week', true), ('day', 'day', true), ('day_of_week', 'isodow', true), ('day_of_year', 'doy', true),
      ('year_of_week', 'isoyear', true), ('hour', 'hour', false), ('minute', 'minute', false)) f(name, part, of_date)
  loop
    execute format('create or replace function lake.%s(x timestamp) returns bigint language sql immutable strict '
      'parallel safe return date_part(%L, x)::bigint', field.name, field.part);
    execute format('create or replace function lake.%s(x lake.zoned) returns bigint language sql immutable '
      'parallel safe return date_part(%L, lake.local(x))::bigint', field.name, field.part);
    if field.of_date then
      execute format('create or replace function lake.%s(x date) returns bigint language sql immutable strict '
        'parallel safe return date_part(%L, x::timestamp)::bigint', field.name, field.part);
    else
      execute format('create or replace function lake.%s(x time) returns bigint language sql immutable strict '
        'parallel safe return date_part(%L, x)::bigint', field.name, field.part);
    end if;
  end loop;
end $$;

create or replace function lake.second(x timestamp) returns bigint
language sql immutable strict parallel safe
return floor(extract(second from x))::bigint;

create or replace function lake.second(x lake.zoned) returns bigint
language sql immutable parallel safe
return floor(extract(second from (x).instant))::bigint;

create or replace function lake.second(x time) returns bigint
language sql immutable strict parallel safe
return floor(extract(second from x))::bigint;

create or replace function lake.millisecond(x timestamp) returns bigint
language sql immutable strict parallel safe
return floor(extract(milliseconds from x))::bigint % 1000;

create or replace function lake.millisecond(x lake.zoned) returns bigint
language sql immutable parallel safe
return floor(extract(milliseconds from (x).instant))::bigint % 1000;

create or replace function lake.millisecond(x time) returns bigint
language sql immutable strict parallel safe
return floor(extract(milliseconds from x))::bigint % 1000;

-- Unix time.

-- NaN is 1970 itself.
create or replace function lake.from_unixtime(seconds double precision) returns lake.zoned
language sql immutable strict parallel safe
return row(timestamp '1970-01-01'
  + lake.bigint_of(case when seconds = 'NaN' then 0 else seconds * 1000 end) * interval '1 millisecond', 'UTC')::lake.zoned;

create or replace function lake.from_unixtime(seconds double precision, zone text) returns lake.zoned
language sql immutable strict parallel safe
return lake.at_timezone(lake.from_unixtime(seconds), zone);

create or replace function lake.from_unixtime(seconds double precision, hours bigint, minutes bigint) returns lake.zoned
language plpgsql immutable strict parallel safe as $$
declare
  total bigint := hours * 60 + minutes;
begin
  if abs(total) > 14 * 60 then
    raise exception 'the offset is out of range' using errcode = '22023';
  end if;
  return lake.at_timezone(lake.from_unixtime(seconds), case when total < 0 then '-' else '+' end
    || lpad((abs(total) / 60)::text, 2, '0') || ':' || lpad((abs(total) % 60)::text, 2, '0'));
end $$;

create or replace function lake.to_unixtime(x timestamp) returns double precision
language sql immutable strict parallel safe
return extract(epoch from x)::double precision;

create or replace function lake.to_unixtime(x lake.zoned) returns double precision
language sql immutable parallel safe
return extract(epoch from (x).instant)::double precision;

-- ISO 8601.

create or replace function lake.to_iso8601(x date) returns text
language sql immutable strict parallel safe
return lake.to_varchar(x);

create or replace function lake.to_iso8601(x timestamp, digits integer) returns text
language sql immutable strict parallel safe
return replace(lake.to_varchar(x, digits), ' ', 'T');

create or replace function lake.to_iso8601(x lake.zoned, digits integer) returns text
language sql immutable parallel safe
return replace(lake.to_varchar(lake.local(x), digits), ' ', 'T')
  || case when lake.zone_minutes(x) = 0 then 'Z' else lake.offset_text(x, ':') end;

-- A calendar date, a week date or a day of the year.
create or replace function lake.from_iso8601_date(x text) returns date
language plpgsql immutable strict parallel safe as $$
declare
  part text[];
  monday date;
begin
  part := regexp_match(x, '^(\d{4,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$');
  if part is not null then
    return make_date(part[1]::integer, coalesce(part[2], '1')::integer, coalesce(part[3], '1')::integer);
  end if;
  part := regexp_match(x, '^(\d{4,6})-W(\d{1,2})(?:-(\d))?$');
  if part is not null then
    monday := date_trunc('week', make_date(part[1]::integer, 1, 4)::timestamp)::date + 7 * (part[2]::integer - 1);
    if date_part('isoyear', monday) = part[1]::integer and part[2]::integer > 0
      and coalesce(part[3], '1')::integer between 1 and 7 then
      return monday + coalesce(part[3], '1')::integer - 1;
    end if;
  end if;
  part := regexp_match(x, '^(\d{4,6})-(\d{3})$');
  if part is not null and part[2]::integer > 0
    and date_part('year', make_date(part[1]::integer, 1, 1) + part[2]::integer - 1) = part[1]::integer then
    return make_date(part[1]::integer, 1, 1) + part[2]::integer - 1;
  end if;
  raise exception 'the text is no date of ISO 8601' using errcode = '22023';
exception when datetime_field_overflow then
  raise exception 'the text is no date of ISO 8601' using errcode = '22023';
end $$;

-- Without an offset, in UTC.
create or replace function lake.from_iso8601_timestamp(x text) returns lake.zoned
language plpgsql immutable strict parallel safe as $$
declare
  part text[] := regexp_match(x, '^(\d{4}[^T+Z]*?)?(?:T(?:(\d{1,2})(?::(\d{1,2})(?::(\d{1,2}))?)?([.,]\d+)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$');
  smallest numeric;
begin
  if part is null or x = '' or x = 'T' then
    raise exception 'the text is no timestamp of ISO 8601' using errcode = '22023';
  end if;
  if coalesce(part[2], '0')::integer > 23 or coalesce(part[3], '0')::integer > 59 or coalesce(part[4], '0')::integer > 59 then
    raise exception 'the text is no timestamp of ISO 8601' using errcode = '22023';
  end if;
  smallest := case when part[4] is not null then 1 when part[3] is not null then 60 else 3600 end;
  return lake.with_timezone(
    coalesce(lake.from_iso8601_date(part[1]), date '1970-01-01')
      + make_interval(hours => coalesce(part[2], '0')::integer, mins => coalesce(part[3], '0')::integer,
          secs => coalesce(part[4], '0')::integer)
      + trunc(('0' || coalesce(translate(part[5], ',', '.'), '.0'))::numeric * smallest * 1000)::bigint
          * interval '1 millisecond',
    coalesce(part[6], 'UTC'));
end $$;

-- Durations.

create or replace function lake.human_readable_seconds(seconds double precision) returns text
language plpgsql immutable strict parallel safe as $$
declare
  remaining bigint;
  part record;
  words text := '';
begin
  if seconds = 'NaN' or abs(seconds) = 'Infinity' then
    raise exception 'the number of seconds is not finite' using errcode = '22023';
  end if;
  remaining := abs(lake.bigint_of(seconds));
  for part in
    select * from (values ('week', 604800), ('day', 86400), ('hour', 3600), ('minute', 60), ('second', 1)) u(name, length)
  loop
    if remaining / part.length > 0 then
      words := words || ', ' || remaining / part.length || ' ' || part.name
        || case when remaining / part.length = 1 then '' else 's' end;
    end if;
    remaining := remaining % part.length;
  end loop;
  return case when words = '' then '0 seconds' else substr(words, 3) end;
end $$;

-- Milliseconds of a text such as 42.8ms or 3.81 d.
create or replace function lake.parse_duration(x text) returns bigint
language plpgsql immutable strict parallel safe as $$
declare
  part text[] := regexp_match(x, '^\s*(\d+(?:\.\d+)?)\s*(ns|us|ms|s|m|h|d)\s*$');
begin
  if part is null then
    raise exception 'the text is no duration' using errcode = '22023';
  end if;
  return floor(part[1]::numeric * case part[2] when 'ns' then 0.000001 when 'us' then 0.001 when 'ms' then 1
    when 's' then 1000 when 'm' then 60000 when 'h' then 3600000 else 86400000 end + 0.5)::bigint;
end $$;
