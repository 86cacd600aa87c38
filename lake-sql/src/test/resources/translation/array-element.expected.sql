SELECT (("s0"."resources" -> ?::integer) ->> 'arn') AS "c0", (("s0"."resources" -> ?::integer) ->> 'type') AS "c1", NULLIF(((SELECT CASE WHEN "xa1".v IS NOT NULL THEN (SELECT coalesce(jsonb_agg(jsonb_build_array(("xe0".v -> 'accountid'), ("xe0".v -> 'type'), ("xe0".v -> 'arn'), ("xe0".v -> 'arnprefix')) ORDER BY "xe0".i), '[]'::jsonb) FROM jsonb_array_elements("xa1".v) WITH ORDINALITY AS "xe0"(v, i)) END FROM (SELECT "s0"."resources" AS v) AS "xa1") -> ?::integer), 'null'::jsonb) AS "c2", NULLIF(("s0"."event_context_tag_context_resource_tags" -> ?::integer) -> 'tags', 'null'::jsonb) AS "c3", (NULLIF(("s0"."event_context_tag_context_resource_tags" -> ?::integer) -> 'tags', 'null'::jsonb) ->> ?::text) AS "c4", (SELECT CASE WHEN "xa3".v IS NOT NULL THEN (SELECT coalesce(jsonb_agg(jsonb_build_array(("xe2".v -> 'accountid'), ("xe2".v -> 'type'), ("xe2".v -> 'arn'), ("xe2".v -> 'arnprefix')) ORDER BY "xe2".i), '[]'::jsonb) FROM jsonb_array_elements("xa3".v) WITH ORDINALITY AS "xe2"(v, i)) END FROM (SELECT "s0"."resources" AS v) AS "xa3") AS "c5"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ((NOT ("s0"."resources" IS NULL)) OR (NOT ("s0"."event_context_tag_context_resource_tags" IS NULL)))
ORDER BY "s0"."event_time" ASC
-- ? Long 0
-- ? Long -1
-- ? Long 2
-- ? Long 0
-- ? Long 0
-- ? String env
-- = arn varchar
-- = type varchar
-- = _col2 row(accountid varchar, type varchar, arn varchar, arnprefix varchar)
-- = tags map(varchar, varchar)
-- = env varchar
-- = resources array(row(accountid varchar, type varchar, arn varchar, arnprefix varchar))
-- rows
-- arn:1 | AWS::S3::Bucket | null | null | NULL | [{accountid=1, type=null, arn=arn:1, arnprefix=null}, {accountid=null, type=AWS::S3::Bucket, arn=arn:2, arnprefix=null}]
-- NULL | NULL | null | {env=prod} | prod | null
