SELECT (NULLIF(("s0"."resources" -> ?::integer), CAST('null' AS jsonb)) ->> 'arn') AS "c0", (NULLIF(("s0"."resources" -> ?::integer), CAST('null' AS jsonb)) ->> 'type') AS "c1", NULLIF(("s0"."resources" -> ?::integer), CAST('null' AS jsonb)) AS "c2", NULLIF((NULLIF(("s0"."event_context_tag_context_resource_tags" -> ?::integer), CAST('null' AS jsonb)) -> 'tags'), CAST('null' AS jsonb)) AS "c3", (NULLIF((NULLIF(("s0"."event_context_tag_context_resource_tags" -> ?::integer), CAST('null' AS jsonb)) -> 'tags'), CAST('null' AS jsonb)) ->> ?::text) AS "c4", "s0"."resources" AS "c5"
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
