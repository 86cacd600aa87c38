SELECT "s0"."event_name" AS "c0"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."event_name" > ?::text)
ORDER BY 1 DESC NULLS LAST
-- ? String Z
-- = eventName varchar
-- rows
-- a\b_c%
-- Z😀
-- Z～
