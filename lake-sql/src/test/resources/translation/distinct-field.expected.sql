SELECT "d1"."c0" AS "c0"
FROM (SELECT DISTINCT "s0"."user_identity_type" AS "c0"
  FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0") AS "d1"
ORDER BY 1 ASC NULLS LAST
-- = kind varchar
-- rows
-- AssumedRole
-- IAMUser
-- NULL
