SELECT "s0"."event_json" AS "c0", encode(sha256(convert_to("s0"."event_json", 'UTF8')), 'base64') AS "c1"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."event_id" = ?::text)
-- ? String e5
-- = eventjson varchar
-- = eventJsonChecksum varchar
-- rows
-- {"eventID":"e5","n":"Z😀"} | JrgW3bwM/2tmM86y9FnT+LMrCJl54fsShDsQ69noPCA=
