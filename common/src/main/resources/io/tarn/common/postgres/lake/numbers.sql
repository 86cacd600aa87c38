-- Numbers. Floating-point arithmetic gives infinities and NaN where PostgreSQL would raise an error.

create or replace function lake.odd_divide(x double precision, y double precision) returns double precision
language plpgsql immutable strict parallel safe as $$
declare
  negative boolean := (left(x::text, 1) = '-') <> (left(y::text, 1) = '-');
begin
  if x = 'NaN' or y = 'NaN' or (x = 0 and y = 0) or (abs(x) = 'Infinity' and abs(y) = 'Infinity') then
    return 'NaN';
  elsif y = 0 or abs(x) = 'Infinity' then
    return case when negative then '-Infinity' else 'Infinity' end;
  elsif x = 0 or abs(y) = 'Infinity' then
    return case when negative then '-0' else '0' end;
  end if;
  return x / y;
exception when numeric_value_out_of_range then
  return case when abs(x) > abs(y) then case when negative then '-Infinity' else 'Infinity' end
    else case when negative then '-0' else '0' end end;
end $$;

create or replace function lake.divide(x double precision, y double precision) returns double precision
language sql immutable parallel safe
return case when abs(y) between 1e-150 and 1e150 and abs(x) between 1e-150 and 1e150 then x / y
  else lake.odd_divide(x, y) end;

create or replace function lake.divide(x real, y real) returns real
language sql immutable strict parallel safe
return lake.real_of(lake.divide(x::double precision, y::double precision));

create or replace function lake.odd_multiply(x double precision, y double precision) returns double precision
language plpgsql immutable strict parallel safe as $$
begin
  return x * y;
exception when numeric_value_out_of_range then
  return case when abs(x) < 1 or abs(y) < 1 then '0' else 'Infinity' end::double precision
    * case when (x < 0) <> (y < 0) then -1 else 1 end;
end $$;

create or replace function lake.multiply(x double precision, y double precision) returns double precision
language sql immutable parallel safe
return case when abs(y) between 1e-150 and 1e150 and abs(x) between 1e-150 and 1e150 then x * y
  else lake.odd_multiply(x, y) end;

-- The exact remainder, with the sign of the first number.
create or replace function lake.modulus(x double precision, y double precision) returns double precision
language plpgsql immutable strict parallel safe as $$
declare
  rest double precision := abs(x);
  divisor double precision := abs(y);
  part double precision;
begin
  if x = 'NaN' or y = 'NaN' or abs(x) = 'Infinity' or y = 0 then
    return 'NaN';
  elsif divisor = 'Infinity' or rest < divisor then
    return x;
  end if;
  while rest >= divisor loop
    part := divisor;
    while part <= rest / 2 loop
      part := part * 2;
    end loop;
    rest := rest - part;
  end loop;
  return case when left(x::text, 1) = '-' then -rest else rest end;
end $$;

create or replace function lake.modulus(x real, y real) returns real
language sql immutable strict parallel safe
return lake.modulus(x::double precision, y::double precision)::real;

-- The quotient with the given scale, rounded half up; PostgreSQL itself raises the division by zero.
create or replace function lake.decimal_divide(x numeric, y numeric, scale integer) returns numeric
language plpgsql immutable strict parallel safe as $$
declare
  unit numeric := 10::numeric ^ scale;
  whole numeric := div(abs(x) * unit, abs(y));
begin
  if (abs(x) * unit - whole * abs(y)) * 2 >= abs(y) then
    whole := whole + 1;
  end if;
  return round(whole / unit * sign(x) * sign(y), scale);
end $$;

-- The decimal itself where it has no more digits than its type; the scale is the type's already.
create or replace function lake.decimal_check(x numeric, digits integer, scale integer) returns numeric
language plpgsql immutable strict parallel safe as $$
begin
  if abs(x) >= 10::numeric ^ (digits - scale) then
    raise exception 'the decimal is out of range' using errcode = '22003';
  end if;
  return round(x, scale);
end $$;

-- Rounding.

create or replace function lake.round(x double precision) returns double precision
language sql immutable strict parallel safe
return case when x < 0 then -lake.half_up(-x) else lake.half_up(x) end;

create or replace function lake.round(x double precision, decimals integer) returns double precision
language plpgsql immutable strict parallel safe as $$
declare
  scaled double precision;
begin
  if x = 'NaN' or abs(x) = 'Infinity' or x = 0 or decimals > 300 or decimals < -300 then
    return x;
  end if;
  scaled := lake.multiply(abs(x), 10::double precision ^ decimals);
  if scaled >= 9223372036854775807 then
    return x;
  end if;
  return case when x < 0 then -1 else 1 end * (lake.half_up(scaled) / 10::double precision ^ decimals);
end $$;

create or replace function lake.round(x real) returns real
language sql immutable strict parallel safe
return lake.round(x::double precision)::real;

create or replace function lake.round(x real, decimals integer) returns real
language sql immutable strict parallel safe
return lake.round(x::double precision, decimals)::real;

create or replace function lake.round(x bigint, decimals integer) returns bigint
language plpgsql immutable strict parallel safe as $$
begin
  if decimals >= 0 then
    return x;
  elsif decimals < -18 then
    raise exception 'the number is out of range' using errcode = '22003';
  end if;
  return round(x::numeric, decimals)::bigint;
end $$;

-- A decimal keeps its scale.
create or replace function lake.round(x numeric, decimals integer) returns numeric
language sql immutable strict parallel safe
return round(round(x, decimals), scale(x));

create or replace function lake.truncate(x numeric, decimals integer) returns numeric
language sql immutable strict parallel safe
return round(trunc(x, decimals), scale(x));

-- Logarithms, powers and roots.

create or replace function lake.ln(x double precision) returns double precision
language sql immutable parallel safe
return case when x > 0 then ln(x) when x = 0 then '-Infinity'::double precision when x < 0 then 'NaN'::double precision end;

create or replace function lake.log2(x double precision) returns double precision
language sql immutable strict parallel safe
return lake.ln(x) / ln(2::double precision);

create or replace function lake.log10(x double precision) returns double precision
language sql immutable parallel safe
return case when x > 0 then log10(x) when x = 0 then '-Infinity'::double precision when x < 0 then 'NaN'::double precision end;

create or replace function lake.log(base double precision, x double precision) returns double precision
language sql immutable strict parallel safe
return lake.divide(lake.ln(x), lake.ln(base));

create or replace function lake.exp(x double precision) returns double precision
language sql immutable parallel safe
return case when x = 'NaN' then x when x > 709.782712893384 then 'Infinity'::double precision
  when x < -745.1332191019411 then 0::double precision else exp(x) end;

create or replace function lake.sqrt(x double precision) returns double precision
language sql immutable parallel safe
return case when x >= 0 then sqrt(x) when x < 0 then 'NaN'::double precision end;

create or replace function lake.power(x double precision, y double precision) returns double precision
language plpgsql immutable strict parallel safe as $$
declare
  odd boolean := abs(y) < 9007199254740992 and trunc(y) = y and mod(abs(y)::numeric, 2) = 1;
  negative boolean := left(x::text, 1) = '-' and odd;
begin
  if y = 0 then
    return 1;
  elsif x = 'NaN' or y = 'NaN' or (abs(x) = 1 and abs(y) = 'Infinity') then
    return 'NaN';
  elsif x = 0 and y < 0 then
    return case when negative then '-Infinity' else 'Infinity' end;
  elsif x < 0 and x > '-Infinity' and abs(y) < 'Infinity' and trunc(y) <> y then
    return 'NaN';
  end if;
  return power(x, y);
exception when numeric_value_out_of_range then
  return case when (abs(x) > 1) = (y > 0) then 'Infinity' else '0' end::double precision * case when negative then -1 else 1 end;
end $$;

create or replace function lake.sign(x double precision) returns double precision
language sql immutable parallel safe
return case when x = 'NaN' or x = 0 then x else sign(x) end;

-- Buckets of equal width between two bounds, numbered from the first bound; 0 before it.
create or replace function lake.width_bucket(x double precision, low double precision, high double precision, buckets bigint)
returns bigint
language plpgsql immutable strict parallel safe as $$
declare
  found bigint;
begin
  if buckets <= 0 or x = 'NaN' or low = high or abs(low) >= 'Infinity' or abs(high) >= 'Infinity' then
    raise exception 'there are no such buckets' using errcode = '22023';
  end if;
  found := case when x < least(low, high) then 0 when x >= greatest(low, high) then buckets + 1
    else trunc(buckets * (x - least(low, high)) / (greatest(low, high) - least(low, high)) + 1)::bigint end;
  return case when low > high then buckets - found + 1 else found end;
end $$;

-- The greatest and the least of several values, NULL where one is NULL; NaN is neither.
create or replace function lake.greatest(variadic items double precision[]) returns double precision
language sql immutable strict parallel safe
return case when array_position(items, null) is null then
  (select coalesce(max(nullif(i, 'NaN')), 'NaN') from unnest(items) i) end;

create or replace function lake.least(variadic items double precision[]) returns double precision
language sql immutable strict parallel safe
return case when array_position(items, null) is null then (select min(i) from unnest(items) i) end;

-- Bits.

create or replace function lake.bitwise_left_shift(x bigint, shift bigint) returns bigint
language sql immutable strict parallel safe
return case when shift between 0 and 63 then x << shift::integer else 0 end;

create or replace function lake.bitwise_left_shift(x integer, shift bigint) returns integer
language sql immutable strict parallel safe
return case when shift between 0 and 31 then x << shift::integer else 0 end;

create or replace function lake.bitwise_right_shift(x bigint, shift bigint) returns bigint
language sql immutable strict parallel safe
return case when shift = 0 then x
  when shift between 1 and 63 then (x >> shift::integer) & (9223372036854775807 >> (shift - 1)::integer) else 0 end;

create or replace function lake.bitwise_right_shift(x integer, shift bigint) returns integer
language sql immutable strict parallel safe
return case when shift = 0 then x
  when shift between 1 and 31 then (x >> shift::integer) & (2147483647 >> (shift - 1)::integer) else 0 end;

create or replace function lake.bitwise_right_shift_arithmetic(x bigint, shift bigint) returns bigint
language sql immutable strict parallel safe
return case when shift between 0 and 63 then x >> shift::integer when x < 0 then -1 else 0 end;

create or replace function lake.bitwise_right_shift_arithmetic(x integer, shift bigint) returns integer
language sql immutable strict parallel safe
return case when shift between 0 and 31 then x >> shift::integer when x < 0 then -1 else 0 end;
