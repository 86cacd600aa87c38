SELECT "s0"."event_id" AS "c0"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."event_time" BETWEEN ?::timestamp AND ?::timestamp)
ORDER BY 1 ASC
-- ? LocalDateTime 2023-05-01T10:00:00.001
-- ? LocalDateTime 2023-05-02T00:00
-- = eventID varchar
-- rows
-- e2
-- e3
