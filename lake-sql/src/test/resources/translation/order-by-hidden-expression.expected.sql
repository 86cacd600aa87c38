SELECT "s0"."event_id" AS "c0"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."event_source" = ?::text)
ORDER BY ("s0"."request_parameters" ->> ?::text) ASC NULLS LAST, "s0"."event_time" DESC
LIMIT ?::bigint
-- ? String ec2.amazonaws.com
-- ? String imageId
-- ? Long 1
-- = eventID varchar
-- rows
-- e2
