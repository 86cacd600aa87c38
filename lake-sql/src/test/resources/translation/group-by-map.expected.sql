SELECT "g"."k0" AS "c0", max("g"."a0") AS "c1", min("g"."o0") AS "c0_order"
FROM (SELECT "s0"."request_parameters" AS "k0", "s0"."request_parameters_order" AS "o0", "s0"."event_time" AS "a0"
  FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
  WHERE (("s0"."error_code" IS NULL) OR ("s0"."event_id" = ?::text))) AS "g"
GROUP BY "g"."k0"
ORDER BY 2 ASC NULLS LAST
-- ? String e2
-- = requestParameters map(varchar, varchar)
-- = last timestamp(3)
-- rows
-- {instanceType=t2.micro, imageId=ami-1} | 2023-05-01 10:00:00.001
-- {acl=private, bucketName=null} | 2023-05-02 00:00:00.000
-- null | 2024-06-01 12:30:00.000
