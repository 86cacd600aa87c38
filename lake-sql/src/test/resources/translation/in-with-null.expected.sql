SELECT "s0"."event_id" AS "c0"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ((NOT ("s0"."event_name" IN (?::text, NULL::text))) OR ("s0"."event_name" IN (?::text, NULL::text)))
-- ? String RunInstances
-- ? String AssumeRole
-- = eventID varchar
-- rows
-- e3
