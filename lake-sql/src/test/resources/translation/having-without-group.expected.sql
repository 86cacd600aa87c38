SELECT count(*) AS "c0"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
HAVING (max("s0"."event_time") > ?::timestamp)
-- ? LocalDateTime 2024-06-01T00:00
-- = _col0 bigint
-- rows
-- 6
