SELECT "s0"."event_id" AS "c0", "s0"."error_code" AS "c1"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
ORDER BY 2 DESC NULLS LAST, 1 DESC
-- = eventID varchar
-- = errorCode varchar
-- rows
-- e2 | Client.UnauthorizedOperation
-- e6 | NULL
-- e5 | NULL
-- e4 | NULL
-- e3 | NULL
-- e1 | NULL
