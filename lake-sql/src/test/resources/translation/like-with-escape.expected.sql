SELECT "s0"."event_id" AS "c0"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."event_name" LIKE ?::text)
  AND (NOT ("s0"."event_name" LIKE ?::text))
-- ? String a\\b\_c\%
-- ? String x\_%
-- = eventID varchar
-- rows
-- e4
