SELECT "d1"."c0" AS "c0", count(*) AS "c1", coalesce(max(nullif("d1"."c2", 'NaN')), max("d1"."c2")) AS "c2", "d1"."c1" AS "c3"
FROM (SELECT "s0"."insight_event_source" AS "c0", ("s0"."addendum" ->> ?::text) AS "c1", "s0"."insight_context_insight_average" AS "c2"
  FROM "t_0123456789abcdefghijklmnop"."eds_ee54f254e5194660b5ddcf1bfe9ca4b2" AS "s0") AS "d1"
GROUP BY "d1"."c0", "d1"."c1"
ORDER BY 1 ASC NULLS LAST
-- ? String reason
-- = insightEventSource varchar
-- = _col1 bigint
-- = _col2 double
-- = _col3 varchar
-- rows
-- autoscaling.amazonaws.com | 1 | 664.0 | UPDATED_DATA
-- NULL | 1 | NULL | NULL
