-- Timestamps by pattern. MySQL's patterns (date_format) and Joda's (format_datetime) both become a list of
-- parts; a part is a letter, and the number of digits or the literal text after it:
--   l literal   y year   t two digits of the year   M month   b Jan   B January   d day   j day of year
--   H 0-23   k 1-24   K 0-11   h 1-12   p AM/PM   m minute   s second   S fraction   f 6 digits of the fraction
--   a Mon   A Monday   e day of week   w week   x year of the week   Z +0000   Y +00:00   I zone   N name of zone

create or replace function lake.mysql_pattern(pattern text) returns text[]
language plpgsql immutable strict parallel safe as $$
declare
  parts text[] := '{}';
  letter text;
  escaped boolean := false;
begin
  if pattern = '' then
    raise exception 'the pattern is empty' using errcode = '22023';
  end if;
  foreach letter in array string_to_array(pattern, null) loop
    if not escaped then
      if letter = '%' then
        escaped := true;
      else
        parts := parts || ('l' || letter);
      end if;
      continue;
    end if;
    escaped := false;
    parts := parts || case
      when letter = 'a' then array['a'] when letter = 'b' then array['b'] when letter = 'c' then array['M1']
      when letter = 'd' then array['d2'] when letter = 'e' then array['d1'] when letter = 'f' then array['f6']
      when letter = 'H' then array['H2'] when letter in ('h', 'I') then array['h2'] when letter = 'i' then array['m2']
      when letter = 'j' then array['j3'] when letter = 'k' then array['H1'] when letter = 'l' then array['h1']
      when letter = 'M' then array['B'] when letter = 'm' then array['M2'] when letter = 'p' then array['p']
      when letter = 'r' then array['h2', 'l:', 'm2', 'l:', 's2', 'l ', 'p']
      when letter in ('S', 's') then array['s2'] when letter = 'T' then array['H2', 'l:', 'm2', 'l:', 's2']
      when letter = 'v' then array['w2'] when letter = 'x' then array['x4'] when letter = 'W' then array['A']
      when letter = 'Y' then array['y4'] when letter = 'y' then array['t2']
      when letter in ('w', 'U', 'u', 'V', 'X', 'D') then null else array['l' || letter] end;
    if letter in ('w', 'U', 'u', 'V', 'X', 'D') then
      raise exception 'a part of the pattern is not supported' using errcode = '22023';
    end if;
  end loop;
  return parts;
end $$;

create or replace function lake.joda_pattern(pattern text) returns text[]
language plpgsql immutable strict parallel safe as $$
declare
  parts text[] := '{}';
  rest text := pattern;
  found text;
  letter text;
  width integer;
  token text;
begin
  if pattern = '' then
    raise exception 'the pattern is empty' using errcode = '22023';
  end if;
  while rest <> '' loop
    letter := left(rest, 1);
    if left(rest, 2) = '''''' then
      found := '''''';
      token := 'l''';
    elsif letter = '''' then
      -- a quote that is not closed reaches to the end
      found := substring(rest from '^''(?:[^'']|'''')*''?');
      token := 'l' || replace(substring(found from '^''((?:[^'']|'''')*)'), '''''', '''');
    elsif letter !~ '[A-Za-z]' then
      found := substring(rest from '^[^A-Za-z'']+');
      token := 'l' || found;
    else
      found := substring(rest from '^(' || letter || '+)');
      width := length(found);
      token := case
        when letter in ('y', 'Y') then case when width = 2 then 't2' else 'y' || width end
        when letter = 'M' then case when width > 3 then 'B' when width = 3 then 'b' else 'M' || width end
        when letter = 'd' then 'd' || width when letter = 'D' then 'j' || width
        when letter = 'E' then case when width > 3 then 'A' else 'a' end when letter = 'e' then 'e' || width
        when letter = 'w' then 'w' || width when letter = 'x' and width <> 2 then 'x' || width
        when letter = 'H' then 'H' || width when letter = 'k' then 'k' || width
        when letter = 'K' then 'K' || width when letter = 'h' then 'h' || width when letter = 'a' then 'p'
        when letter = 'm' then 'm' || width when letter = 's' then 's' || width when letter = 'S' then 'S' || width
        when letter = 'Z' then case when width = 1 then 'Z' when width = 2 then 'Y' else 'I' end
        when letter = 'z' and width < 4 then 'N' end;
      if token is null then
        raise exception 'a part of the pattern is not supported' using errcode = '22023';
      end if;
    end if;
    parts := parts || token;
    rest := substr(rest, length(found) + 1);
  end loop;
  return parts;
end $$;

create or replace function lake.print_time(parts text[], x lake.zoned) returns text
language plpgsql immutable strict parallel safe as $$
declare
  local timestamp := date_trunc('milliseconds', lake.local(x));
  hour integer := date_part('hour', local);
  part text;
  number integer;
  width integer;
  printed text := '';
begin
  foreach part in array parts loop
    width := case when left(part, 1) <> 'l' then nullif(substr(part, 2), '') end;
    number := case left(part, 1)
      when 'y' then date_part('year', local) when 't' then mod(date_part('year', local)::integer, 100)
      when 'M' then date_part('month', local) when 'd' then date_part('day', local) when 'j' then date_part('doy', local)
      when 'H' then hour when 'k' then (hour + 23) % 24 + 1 when 'K' then hour % 12 when 'h' then (hour + 11) % 12 + 1
      when 'm' then date_part('minute', local) when 's' then floor(date_part('second', local))
      when 'e' then date_part('isodow', local) when 'w' then date_part('week', local) when 'x' then date_part('isoyear', local)
      end;
    printed := printed || case
      when number is not null then lpad(number::text, greatest(width, length(number::text)), '0')
      when left(part, 1) = 'l' then substr(part, 2)
      when left(part, 1) in ('S', 'f') then rpad(left(to_char(local, 'MS'), width), width, '0')
      when part = 'b' then to_char(local, 'Mon') when part = 'B' then to_char(local, 'FMMonth')
      when part = 'a' then to_char(local, 'Dy') when part = 'A' then to_char(local, 'FMDay')
      when part = 'p' then to_char(local, 'AM') when part = 'Z' then lake.offset_text(x, '')
      when part = 'Y' then lake.offset_text(x, ':') when part = 'I' then (x).zone
      when part = 'N' and ((x).zone = 'UTC' or (x).zone ~ '^[+-]') then (x).zone end;
    if printed is null then
      raise exception 'the short name of this zone is not supported' using errcode = '0A000';
    end if;
  end loop;
  return printed;
end $$;

-- Reads part by part from the left, each number as long as its part allows. What the pattern leaves out is the
-- epoch's, but the year 2000 where only the year is missing from a date.
create or replace function lake.parse_time(parts text[], x text) returns lake.zoned
language plpgsql immutable strict parallel safe as $$
declare
  months constant text[] := array['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august',
    'september', 'october', 'november', 'december'];
  rest text := x;
  part text;
  kind text;
  following text;
  found text;
  year integer;
  month integer;
  day integer;
  day_of_year integer;
  week integer;
  day_of_week integer;
  year_of_week integer;
  hour integer;
  half integer;
  half_hour integer;
  minute integer := 0;
  second integer := 0;
  millis integer := 0;
  zone text := 'UTC';
  result_date date;
begin
  for position in 1 .. coalesce(array_length(parts, 1), 0) loop
    part := parts[position];
    kind := left(part, 1);
    following := left(coalesce(parts[position + 1], 'l'), 1);
    if kind in ('e', 'N') then
      raise exception 'this part of a pattern cannot be parsed' using errcode = '0A000';
    end if;
    found := case
      when kind = 'l' then case when lower(left(rest, length(part) - 1)) = lower(substr(part, 2)) then left(rest, length(part) - 1) end
      when kind = 'y' then substring(rest from case
        when following in ('l', 'b', 'B', 'p', 'Z', 'Y', 'I') and part <> 'y4' then '^[+-]?[0-9]{1,9}'
        when following in ('l', 'b', 'B', 'p', 'Z', 'Y', 'I') then '^[+-]?[0-9]{1,9}'
        else '^[0-9]{1,' || greatest(substr(part, 2)::integer, 1) || '}' end)
      when kind = 'x' then substring(rest from '^[0-9]{4}')
      when kind = 't' then substring(rest from '^[0-9]{2}')
      when kind = 'j' then substring(rest from '^[0-9]{1,3}')
      when kind = 'f' then substring(rest from '^[0-9]{1,9}')
      when kind = 'S' then substring(rest from '^[0-9]{1,' || substr(part, 2) || '}')
      when kind in ('b', 'B') then substring(rest from
        '(?i)^(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)')
      when kind in ('a', 'A') then substring(rest from
        '(?i)^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)')
      when kind = 'p' then substring(rest from '(?i)^(am|pm)')
      when kind in ('Z', 'Y') then substring(rest from '^(Z|[+-][0-9]{2}(:?[0-9]{2})?)')
      when kind = 'I' then substring(rest from '^(UTC|[A-Za-z_]+(/[A-Za-z0-9_+-]+)*|[+-][0-9]{2}:[0-9]{2})')
      else substring(rest from '^[0-9]{1,2}') end;
    if found is null or (found = '' and part <> 'l') then
      raise exception 'the text does not follow the pattern' using errcode = '22023';
    end if;
    rest := substr(rest, length(found) + 1);
    case kind
      when 'y' then year := found::integer;
      when 't' then year := found::integer + case when found::integer < 70 then 2000 else 1900 end;
      when 'M' then month := found::integer;
      when 'b', 'B' then
        select n into month from generate_subscripts(months, 1) n where left(months[n], 3) = lower(left(found, 3));
      when 'd' then day := found::integer;
      when 'a', 'A' then
        day_of_week := (strpos('montuewedthufrisatsun', lower(left(found, 3))) + 2) / 3;
      when 'w' then week := found::integer;
      when 'x' then year_of_week := found::integer;
      when 'j' then day_of_year := found::integer;
      when 'H' then hour := found::integer;
      when 'k' then
        hour := found::integer % 24;
        if found::integer not between 1 and 24 then hour := 99; end if;
      when 'h' then
        half_hour := found::integer % 12;
        if found::integer not between 1 and 12 then half_hour := 99; end if;
      when 'K' then half_hour := found::integer;
      when 'p' then half := case lower(found) when 'pm' then 12 else 0 end;
      when 'm' then minute := found::integer;
      when 's' then second := found::integer;
      when 'S', 'f' then millis := left(rpad(found, 3, '0'), 3)::integer;
      when 'Z', 'Y', 'I' then zone := found;
      else null;
    end case;
  end loop;
  if rest <> '' or hour > 23 or half_hour > 11 or minute > 59 or second > 59 then
    raise exception 'the text does not follow the pattern' using errcode = '22023';
  end if;
  if year is null and (month is not null or day is not null or day_of_year is not null) then
    year := 2000;
  end if;
  if week is not null or year_of_week is not null then
    if year is not null or week is null or year_of_week is null then
      raise exception 'a week is parsed with its year only' using errcode = '0A000';
    end if;
    result_date := lake.from_iso8601_date(year_of_week || '-W' || week);
  elsif day_of_year is not null then
    result_date := make_date(year, 1, 1) + day_of_year - 1;
    if day_of_year < 1 or date_part('year', result_date) <> year then
      raise exception 'the text does not follow the pattern' using errcode = '22023';
    end if;
  else
    result_date := make_date(coalesce(year, 1970), coalesce(month, 1), coalesce(day, 1));
  end if;
  -- a day of the week wins over the other parts, within their week
  result_date := coalesce(date_trunc('week', result_date::timestamp)::date + day_of_week - 1, result_date);
  return lake.with_timezone(result_date + make_interval(hours => coalesce(hour, coalesce(half, 0) + coalesce(half_hour, 0)),
    mins => minute, secs => second) + millis * interval '1 millisecond', zone);
exception when datetime_field_overflow then
  raise exception 'the text does not follow the pattern' using errcode = '22023';
end $$;

create or replace function lake.date_format(x timestamp, pattern text) returns text
language sql immutable strict parallel safe
return lake.print_time(lake.mysql_pattern(pattern), lake.zoned_of(x));

create or replace function lake.date_format(x lake.zoned, pattern text) returns text
language sql immutable strict parallel safe
return lake.print_time(lake.mysql_pattern(pattern), x);

create or replace function lake.date_parse(x text, pattern text) returns timestamp
language sql immutable strict parallel safe
return (lake.parse_time(lake.mysql_pattern(pattern), x)).instant;

-- A timestamp has no zone, so its pattern may not ask for one.
create or replace function lake.format_datetime(x timestamp, pattern text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  parts text[] := lake.joda_pattern(pattern);
begin
  if parts && array['Z', 'Y', 'I', 'N'] then
    raise exception 'a timestamp has no zone to print' using errcode = '22023';
  end if;
  return lake.print_time(parts, lake.zoned_of(x));
end $$;

create or replace function lake.format_datetime(x lake.zoned, pattern text) returns text
language sql immutable strict parallel safe
return lake.print_time(lake.joda_pattern(pattern), x);

create or replace function lake.parse_datetime(x text, pattern text) returns lake.zoned
language plpgsql immutable strict parallel safe as $$
declare
  parts text[] := lake.joda_pattern(pattern);
begin
  if parts @> array['t2'] then
    raise exception 'years of two digits cannot be parsed' using errcode = '0A000';
  end if;
  return lake.parse_time(parts, x);
end $$;
