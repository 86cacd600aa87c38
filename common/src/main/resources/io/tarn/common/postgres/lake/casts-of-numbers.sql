-- Casts between numbers and booleans as Trino makes them; out of range is 22003, NaN as a whole number 22018.

-- The nearest whole number; halves go away from zero.
create or replace function lake.half_up(x double precision) returns double precision
language sql immutable strict parallel safe
return trunc(x) + case when abs(x - trunc(x)) >= 0.5 then sign(x) else 0 end;

-- A whole number between two bounds, out of range beyond them.
create or replace function lake.within(x bigint, lowest bigint, highest bigint) returns bigint
language plpgsql immutable strict parallel safe as $$
begin
  if x < lowest or x > highest then
    raise exception 'the number is out of range' using errcode = '22003';
  end if;
  return x;
end $$;

create or replace function lake.within(x double precision, lowest bigint, highest bigint) returns bigint
language plpgsql immutable strict parallel safe as $$
begin
  if x = 'NaN' then
    raise exception 'NaN is no whole number' using errcode = '22018';
  end if;
  if lake.half_up(x) < lowest or lake.half_up(x) > highest then
    raise exception 'the number is out of range' using errcode = '22003';
  end if;
  return lake.half_up(x)::bigint;
end $$;

create or replace function lake.within(x numeric, lowest bigint, highest bigint) returns bigint
language plpgsql immutable strict parallel safe as $$
begin
  if round(x) < lowest or round(x) > highest then
    raise exception 'the decimal is out of range' using errcode = '22003';
  end if;
  return round(x)::bigint;
end $$;

create or replace function lake.bigint_of(x double precision) returns bigint
language plpgsql immutable strict parallel safe as $$
begin
  if x = 'NaN' then
    raise exception 'NaN is no whole number' using errcode = '22018';
  elsif lake.half_up(x) < -9223372036854775808.0 or lake.half_up(x) >= 9223372036854775808.0 then
    raise exception 'the number is out of range' using errcode = '22003';
  end if;
  return lake.half_up(x)::bigint;
end $$;

create or replace function lake.bigint_of(x real) returns bigint
language sql immutable strict parallel safe
return lake.bigint_of(x::double precision);

create or replace function lake.bigint_of(x numeric) returns bigint
language sql immutable strict parallel safe
return lake.within(x, -9223372036854775808, 9223372036854775807);

create or replace function lake.bigint_of(x bigint) returns bigint
language sql immutable strict parallel safe
return x;

create or replace function lake.bigint_of(x boolean) returns bigint
language sql immutable strict parallel safe
return x::integer::bigint;

-- The narrower whole numbers, from every number and from boolean.
do $$
declare
  target record;
  source text;
begin
  for target in
    select * from (values ('integer', 'integer', '-2147483648', '2147483647'),
      ('smallint', 'smallint', '-32768', '32767'), ('tinyint', 'smallint', '-128', '127')) t(name, type, lowest, highest)
  loop
    foreach source in array array['bigint', 'double precision', 'numeric'] loop
      execute format(
        'create or replace function lake.%s_of(x %s) returns %s language sql immutable strict parallel safe '
        'return lake.within(x, %s, %s)::%3$s', target.name, source, target.type, target.lowest, target.highest);
    end loop;
    execute format(
      'create or replace function lake.%s_of(x real) returns %s language sql immutable strict parallel safe '
      'return lake.within(x::double precision, %s, %s)::%2$s', target.name, target.type, target.lowest, target.highest);
    execute format(
      'create or replace function lake.%s_of(x boolean) returns %s language sql immutable strict parallel safe '
      'return x::integer::%2$s', target.name, target.type);
  end loop;
end $$;

create or replace function lake.double_of(x double precision) returns double precision
language sql immutable strict parallel safe
return x;

create or replace function lake.double_of(x boolean) returns double precision
language sql immutable strict parallel safe
return x::integer::double precision;

-- Too large numbers are infinite, too small ones zero.
create or replace function lake.real_of(x double precision) returns real
language plpgsql immutable strict parallel safe as $$
begin
  if x = 'NaN' or abs(x) = 'Infinity' or x = 0 then
    return x::real;
  elsif abs(x) >= 3.4028235677973366e38 then
    return (case when x < 0 then '-Infinity' else 'Infinity' end)::real;
  elsif abs(x) <= 7.006492321624085e-46 then
    return (case when x < 0 then '-0' else '0' end)::real;
  end if;
  return x::real;
end $$;

create or replace function lake.real_of(x boolean) returns real
language sql immutable strict parallel safe
return x::integer::real;

-- A decimal of the given size, rounded half up; what does not fit is out of range.
create or replace function lake.decimal_of(x numeric, digits integer, scale integer) returns numeric
language plpgsql immutable strict parallel safe as $$
begin
  if abs(round(x, scale)) >= 10::numeric ^ (digits - scale) then
    raise exception 'the number does not fit the decimal' using errcode = '22003';
  end if;
  return round(x, scale);
end $$;

create or replace function lake.decimal_of(x bigint, digits integer, scale integer) returns numeric
language sql immutable strict parallel safe
return lake.decimal_of(x::numeric, digits, scale);

-- Through the shortest text of the number, as Trino does it.
create or replace function lake.decimal_of(x double precision, digits integer, scale integer) returns numeric
language plpgsql immutable strict parallel safe as $$
begin
  if x = 'NaN' then
    raise exception 'NaN is no decimal' using errcode = '22018';
  elsif abs(x) = 'Infinity' then
    raise exception 'the number does not fit the decimal' using errcode = '22003';
  end if;
  return lake.decimal_of(x::text::numeric, digits, scale);
end $$;

create or replace function lake.decimal_of(x real, digits integer, scale integer) returns numeric
language plpgsql immutable strict parallel safe as $$
begin
  if x = 'NaN' then
    raise exception 'NaN is no decimal' using errcode = '22018';
  elsif abs(x) = 'Infinity' then
    raise exception 'the number does not fit the decimal' using errcode = '22003';
  end if;
  return lake.decimal_of(x::text::numeric, digits, scale);
end $$;

create or replace function lake.decimal_of(x boolean, digits integer, scale integer) returns numeric
language sql immutable strict parallel safe
return lake.decimal_of(x::integer::numeric, digits, scale);

create or replace function lake.boolean_of(x double precision) returns boolean
language sql immutable strict parallel safe
return x <> 0;

create or replace function lake.boolean_of(x numeric) returns boolean
language sql immutable strict parallel safe
return x <> 0;

create or replace function lake.boolean_of(x bigint) returns boolean
language sql immutable strict parallel safe
return x <> 0;
