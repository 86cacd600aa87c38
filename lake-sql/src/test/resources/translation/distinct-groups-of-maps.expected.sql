SELECT "d1"."c0" AS "c0", "d1"."c1" AS "c1"
FROM (SELECT DISTINCT "s0"."request_parameters" AS "c0", count(*) AS "c1"
  FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
  WHERE ("s0"."event_name" = ?::text)
  GROUP BY "s0"."request_parameters", "s0"."event_id") AS "d1"
ORDER BY 2 ASC NULLS LAST
-- ? String RunInstances
-- = requestParameters map(varchar, varchar)
-- = _col1 bigint
-- rows
-- {imageId=ami-1, instanceType=t2.micro} | 1
