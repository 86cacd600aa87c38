SELECT "s0"."event_id" AS "c0"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."error_code" IS DISTINCT FROM ?::text)
  AND (NOT ("s0"."read_only" IS DISTINCT FROM NULL::boolean))
ORDER BY 1 ASC
-- ? String Client.UnauthorizedOperation
-- = eventID varchar
-- rows
-- e4
-- e6
