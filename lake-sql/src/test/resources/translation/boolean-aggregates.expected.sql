SELECT "g"."k0" AS "c0", bool_and("g"."a0") AS "c1", bool_or("g"."a0") AS "c2", min("g"."a1") AS "c3", max("g"."a2") AS "c4"
FROM (SELECT "s0"."event_source" AS "k0", "s0"."read_only" AS "a0", "s0"."event_name" AS "a1", "s0"."event_time" AS "a2"
  FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0") AS "g"
GROUP BY "g"."k0"
ORDER BY 1 ASC NULLS LAST
-- = eventSource varchar
-- = _col1 boolean
-- = _col2 boolean
-- = _col3 varchar
-- = _col4 timestamp(3)
-- rows
-- ec2.amazonaws.com | false | false | RunInstances | 2023-05-01 10:00:00.001
-- odd.example | true | true | Z～ | 2024-06-01 12:30:00.000
-- sts.amazonaws.com | true | true | AssumeRole | 2023-05-02 00:00:00.000
