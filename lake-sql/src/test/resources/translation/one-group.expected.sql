SELECT ?::integer AS "c0", ?::text AS "c1"
FROM "t_0123456789abcdefghijklmnop"."eds_37382170182d42ed9df95aaf0b4b9511" AS "s0"
HAVING true
-- ? Long 1
-- ? String a
-- = _col0 integer
-- = _col1 varchar
-- rows
-- 1 | a
