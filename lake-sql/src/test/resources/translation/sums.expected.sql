SELECT CAST(sum("s0"."ingest_position") AS bigint) AS "c0", CAST(sum(CAST(to_char("s0"."event_time", 'YYYYMMDD') AS bigint)) AS bigint) AS "c1", CAST(sum(?::bigint) AS bigint) AS "c2", sum(?::double precision) AS "c3", CAST(sum(NULL::bigint) AS bigint) AS "c4", CAST(sum(DISTINCT "s0"."ingest_position") AS bigint) AS "c5"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE (("s0"."ingest_position" < ?::bigint) AND ("s0"."ingest_position" < CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)))
-- ? Long 1
-- ? Double 1.0
-- ? Long 100
-- = _col0 bigint
-- = _col1 bigint
-- = _col2 bigint
-- = _col3 double
-- = _col4 bigint
-- = _col5 bigint
-- rows
-- 6 | 121403437 | 6 | 6.0 | NULL | 1
