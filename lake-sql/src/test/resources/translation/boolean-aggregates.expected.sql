SELECT "s0"."event_source" AS "c0", bool_and("s0"."read_only") AS "c1", bool_or("s0"."read_only") AS "c2", min("s0"."event_name") AS "c3", max("s0"."event_time") AS "c4"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
GROUP BY "s0"."event_source"
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
