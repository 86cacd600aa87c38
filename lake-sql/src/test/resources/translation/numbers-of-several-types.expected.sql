SELECT count(*) AS "c0"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ((CAST(CAST(to_char("s0"."event_time", 'YYYYMMDD') AS bigint) AS numeric) > ?::numeric) AND (CAST(CAST(to_char("s0"."event_time", 'YYYYMMDD') AS bigint) AS double precision) < ?::double precision) AND (?::bigint <= CAST(to_char("s0"."event_time", 'YYYYMMDD') AS bigint)) AND ("s0"."event_time" >= ?::timestamp))
-- ? BigDecimal 20230501.5
-- ? Double 2.0240101E7
-- ? Long 20230502
-- ? LocalDateTime 2023-05-02T00:00
-- = _col0 bigint
-- rows
-- 2
