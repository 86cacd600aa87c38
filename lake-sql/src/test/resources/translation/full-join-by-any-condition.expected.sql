SELECT "d1"."c0" AS "c0", "d3"."c0" AS "c1"
FROM (SELECT "s0"."event_id" AS "c0", ?::integer AS "c1"
  FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
  WHERE ("s0"."event_id" < ?::text)) AS "d1"
  FULL JOIN (SELECT "v2"."c0" AS "c0", ?::integer AS "c1"
  FROM (VALUES (?::integer), (?::integer)) AS "v2"("c0")) AS "d3" ON (("d1"."c1" = "d3"."c1") AND (lake.to_integer(lake.substr("d1"."c0", ?::bigint)) >= "d3"."c0"))
ORDER BY 1 ASC, 2 ASC NULLS LAST
-- ? Long 1
-- ? String e4
-- ? Long 1
-- ? Long 2
-- ? Long 9
-- ? Long 2
-- = one varchar
-- = other integer
-- rows
-- e1 | NULL
-- e2 | 2
-- e3 | 2
-- NULL | 9
