SELECT count(*) AS "c0"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."event_time" >= ?::timestamp)
  AND (lake.decimal_of(to_char("s0"."event_time", 'YYYYMMDD')::bigint, 20, 1) > ?::numeric)
  AND (to_char("s0"."event_time", 'YYYYMMDD')::bigint::double precision < ?::double precision)
  AND (?::bigint <= to_char("s0"."event_time", 'YYYYMMDD')::bigint)
-- ? LocalDateTime 2023-05-02T00:00
-- ? BigDecimal 20230501.5
-- ? Double 2.0240101E7
-- ? Long 20230502
-- = _col0 bigint
-- rows
-- 2
