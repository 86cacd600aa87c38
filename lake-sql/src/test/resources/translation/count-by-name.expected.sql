SELECT "s0"."event_name" AS "c0", count(*) AS "c1"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."event_time" > ?::timestamp)
GROUP BY "s0"."event_name"
ORDER BY 2 DESC NULLS LAST, 1 ASC NULLS LAST
LIMIT ?::bigint
-- ? LocalDateTime 2023-01-01T00:00
-- ? Long 3
-- = eventName varchar
-- = n bigint
-- rows
-- RunInstances | 2
-- AssumeRole | 1
-- Z～ | 1
