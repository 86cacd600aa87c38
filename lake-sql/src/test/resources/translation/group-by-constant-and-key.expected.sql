SELECT "d1"."c0" AS "c0", "d1"."c1" AS "c1", count(*) AS "c2"
FROM (SELECT ?::text AS "c0", "s0"."event_source" AS "c1"
  FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0") AS "d1"
GROUP BY "d1"."c0", "d1"."c1"
ORDER BY 3 DESC NULLS LAST, 2 ASC NULLS LAST
-- ? String all
-- = what varchar
-- = eventSource varchar
-- = n bigint
-- rows
-- all | odd.example | 3
-- all | ec2.amazonaws.com | 2
-- all | sts.amazonaws.com | 1
