SELECT "s0"."event_json" AS "c0", encode(sha256(convert_to("s0"."event_json", 'UTF8')), 'base64') AS "c1", to_char("s0"."event_time", 'YYYYMMDD')::bigint AS "c2"
FROM "t_0123456789abcdefghijklmnop"."eds_ee54f254e5194660b5ddcf1bfe9ca4b2" AS "s0"
WHERE (("s0"."struct_presence" & 1) = 0)
-- = eventJson varchar
-- = eventJsonChecksum varchar
-- = calendarday bigint
-- rows
-- {"eventID":"insight-2"} | S4ZQokILmceHHMd9oR9wehU8lFRmYbcFoH42zF/m2+Q= | 20240201
