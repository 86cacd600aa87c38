SELECT "s0"."request_parameters" AS "c0", max("s0"."event_time") AS "c1"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE (("s0"."error_code" IS NULL) OR ("s0"."event_id" = ?::text))
GROUP BY "s0"."request_parameters"
ORDER BY 2 ASC NULLS LAST
-- ? String e2
-- = requestParameters map(varchar, varchar)
-- = last timestamp(3)
-- rows
-- {imageId=ami-1, instanceType=t2.micro} | 2023-05-01 10:00:00.001
-- {acl=private, bucketName=null} | 2023-05-02 00:00:00.000
-- null | 2024-06-01 12:30:00.000
