SELECT "s0"."event_id" AS "c0"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."event_name" LIKE like_escape("s0"."event_name", ''))
ORDER BY 1 ASC
-- = eventID varchar
-- rows
-- e1
-- e2
-- e3
-- e4
-- e5
-- e6
