select 'it''s', 1, 3000000000, 1.50, 1.5e0, true, null, timestamp '2024-02-29 01:02:03.004', 1 < 1.5, 'a' <> 'b', not (null = 1)
