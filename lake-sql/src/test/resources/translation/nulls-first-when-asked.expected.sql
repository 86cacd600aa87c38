SELECT "s0"."event_id" AS "c0", "s0"."read_only" AS "c1"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
ORDER BY 2 ASC NULLS FIRST, "s0"."event_time" ASC
-- = eventID varchar
-- = readOnly boolean
-- rows
-- e4 | NULL
-- e6 | NULL
-- e1 | false
-- e2 | false
-- e3 | true
-- e5 | true
