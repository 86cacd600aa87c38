SELECT "d"."c0" AS "c0", "d"."c1" AS "c1", min("d"."c0_order") AS "c0_order"
FROM (SELECT "g"."k0" AS "c0", count(*) AS "c1", min("g"."o0") AS "c0_order"
  FROM (SELECT "s0"."request_parameters" AS "k0", "s0"."request_parameters_order" AS "o0", "s0"."event_id" AS "k1"
    FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
    WHERE ("s0"."event_name" = ?::text)) AS "g"
  GROUP BY "g"."k0", "g"."k1") AS "d"
GROUP BY "d"."c0", "d"."c1"
ORDER BY 2 ASC NULLS LAST
-- ? String RunInstances
-- = requestParameters map(varchar, varchar)
-- = _col1 bigint
-- rows
-- {instanceType=t2.micro, imageId=ami-1} | 1
