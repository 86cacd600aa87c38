SELECT "d"."c0" AS "c0", min("d"."c0_order") AS "c0_order"
FROM (SELECT "s0"."request_parameters" AS "c0", "s0"."request_parameters_order" AS "c0_order"
  FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
  WHERE ("s0"."event_name" = ?::text)) AS "d"
GROUP BY "d"."c0"
-- ? String RunInstances
-- = requestParameters map(varchar, varchar)
-- rows
-- {instanceType=t2.micro, imageId=ami-1}
