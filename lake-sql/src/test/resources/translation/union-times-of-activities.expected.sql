SELECT "u2"."c0" AS "c0", "u2"."c1" AS "c1"
FROM ((SELECT lake.try_to_timestamp(translate("s0"."event_data_event_time", ?::text, ?::text), 3) AS "c0", "s0"."event_data_event_name" AS "c1"
    FROM "t_0123456789abcdefghijklmnop"."eds_9c8b7a651e2d4f3ca4b5c6d7e8f90a1b" AS "s0")
  UNION
  (SELECT "s1"."event_time" AS "c0", "s1"."event_name" AS "c1"
    FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s1"
    WHERE "s1"."read_only")) AS "u2"
ORDER BY 1 ASC NULLS LAST
-- ? String TZ
-- ? String  
-- = eventTime timestamp(3)
-- = eventName varchar
-- rows
-- 2023-05-02 00:00:00.000 | AssumeRole
-- 2024-01-01 00:00:00.000 | Z😀
-- 2024-02-01 10:00:00.000 | git.clone
-- NULL | NULL
