SELECT to_char("s0"."event_time", 'YYYYMMDD')::bigint AS "c0", count(*) AS "c1"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."event_time" >= ?::timestamp)
  AND ("s0"."event_time" <= ?::timestamp)
  AND (to_char("s0"."event_time", 'YYYYMMDD')::bigint BETWEEN ?::bigint AND ?::bigint)
  AND (NOT (to_char("s0"."event_time", 'YYYYMMDD')::bigint IN (?::bigint)))
GROUP BY to_char("s0"."event_time", 'YYYYMMDD')::bigint
ORDER BY 1 ASC NULLS LAST
-- ? LocalDateTime 2023-05-01T00:00
-- ? LocalDateTime 2023-12-31T23:59:59.999
-- ? Long 20230501
-- ? Long 20231231
-- ? Long 20230502
-- = calendarday bigint
-- = _col1 bigint
-- rows
-- 20230501 | 2
-- 20231231 | 1
