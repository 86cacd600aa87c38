SELECT ("s0"."request_parameters" ->> ?::text) AS "c0", ("s0"."request_parameters" ->> ?::text) AS "c1", ("s0"."request_parameters" ->> ?::text) AS "c2"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE (NOT ("s0"."request_parameters" IS NULL))
ORDER BY "s0"."event_time" ASC
-- ? String imageId
-- ? String none
-- ? String bucketName
-- = image varchar
-- = _col1 varchar
-- = _col2 varchar
-- rows
-- ami-1 | NULL | NULL
-- ami-1 | NULL | NULL
-- NULL | NULL | NULL
