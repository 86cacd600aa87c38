SELECT "s0"."user_identity_in_scope_of_credentials_issued_to" AS "c0", "s0"."user_identity_in_scope_of_credentials_issued_to" AS "c1"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."event_id" = ?::text)
-- ? String e1
-- = credentialsissuedto varchar
-- = credentiaisissuedto varchar
-- rows
-- NULL | NULL
