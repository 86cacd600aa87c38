SELECT "d1"."c0" AS "c0", count(*) AS "c1"
FROM (SELECT ("s0"."request_parameters" ->> ?::text) AS "c0"
  FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0") AS "d1"
GROUP BY "d1"."c0"
HAVING (count(*) > ?::bigint)
ORDER BY 1 ASC NULLS LAST
-- ? String imageId
-- ? Long 1
-- = _col0 varchar
-- = _col1 bigint
-- rows
-- ami-1 | 2
-- NULL | 4
