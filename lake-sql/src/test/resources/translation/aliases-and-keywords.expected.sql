SELECT "s0"."event_name" AS "c0", "s0"."user_identity_arn" AS "c1", "s0"."user_identity_principal_id" AS "c2", "s0"."event_name" AS "c3"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."event_id" = ?::text)
ORDER BY 1 ASC NULLS LAST
-- ? String e1
-- = user varchar
-- = Source varchar
-- = principalid varchar
-- = Key varchar
-- rows
-- RunInstances | arn:aws:iam::111122223333:user/alice | NULL | RunInstances
