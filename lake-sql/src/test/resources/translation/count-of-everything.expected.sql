SELECT count(*) AS "c0", count("s0"."error_code") AS "c1", count(DISTINCT "s0"."event_source") AS "c2", count("s0"."read_only") AS "c3"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
-- = _col0 bigint
-- = _col1 bigint
-- = _col2 bigint
-- = _col3 bigint
-- rows
-- 6 | 1 | 3 | 4
