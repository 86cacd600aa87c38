SELECT ?::integer AS "c0"
WHERE (?::text < ?::text)
-- ? Long 1
-- ? String a
-- ? String b
-- = one integer
-- rows
-- 1
