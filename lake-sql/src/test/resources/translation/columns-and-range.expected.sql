SELECT "s0"."event_name" AS "c0", "s0"."event_time" AS "c1", "s0"."source_ip_address" AS "c2"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."event_time" >= ?::timestamp)
  AND ("s0"."event_time" < ?::timestamp)
  AND ("s0"."event_name" = ?::text)
ORDER BY 2 DESC
-- ? LocalDateTime 2023-05-01T00:00
-- ? LocalDateTime 2023-05-02T00:00
-- ? String RunInstances
-- = eventName varchar
-- = eventTime timestamp(3)
-- = sourceIPAddress varchar
-- rows
-- RunInstances | 2023-05-01 10:00:00.001 | NULL
-- RunInstances | 2023-05-01 10:00:00.000 | NULL
