SELECT max("s0"."ingest_position") AS "c0"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
WHERE ("s0"."ingest_position" < pg_snapshot_xmin(pg_current_snapshot())::text::bigint)
-- = _col0 bigint
-- rows
-- 1
