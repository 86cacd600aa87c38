SELECT cast(sum("s0"."ingest_position") as bigint) AS "c0", cast(sum(to_char("s0"."event_time", 'YYYYMMDD')::bigint) as bigint) AS "c1", cast(sum(?::bigint) as bigint) AS "c2", sum(?::double precision) AS "c3", cast(sum(DISTINCT "s0"."ingest_position") as bigint) AS "c4"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."ingest_position" < pg_snapshot_xmin(pg_current_snapshot())::text::bigint)
  AND ("s0"."ingest_position" < ?::bigint)
-- ? Long 1
-- ? Double 1.0
-- ? Long 100
-- = _col0 bigint
-- = _col1 bigint
-- = _col2 bigint
-- = _col3 double
-- = _col4 bigint
-- rows
-- 6 | 121403437 | 6 | 6.0 | 1
