select state, count(*) as runs, max(endedAt) from sys_runs where dueAt > timestamp '2026-01-01 00:00:00' group by state
