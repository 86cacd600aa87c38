SELECT "s0"."state" AS "c0", count(*) AS "c1", max("s0"."ended_at") AS "c2"
FROM "t_0123456789abcdefghijklmnop"."sys_runs" AS "s0"
WHERE ("s0"."due_at" > ?::timestamp)
GROUP BY "s0"."state"
-- ? LocalDateTime 2026-01-01T00:00
-- = state varchar
-- = runs bigint
-- = _col2 timestamp(3)