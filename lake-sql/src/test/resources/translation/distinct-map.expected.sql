SELECT "d1"."c0" AS "c0"
FROM (SELECT DISTINCT "s0"."request_parameters" AS "c0"
  FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
  WHERE ("s0"."event_name" = ?::text)) AS "d1"
-- ? String RunInstances
-- = requestParameters map(varchar, varchar)
-- rows
-- {imageId=ami-1, instanceType=t2.micro}
