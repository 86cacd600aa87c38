SELECT "g"."k0" AS "c0", count(*) AS "c1", max("g"."a0") AS "c2", "g"."k1" AS "c3"
FROM (SELECT "s0"."insight_event_source" AS "k0", ("s0"."addendum" ->> ?::text) AS "k1", "s0"."insight_context_insight_average" AS "a0"
  FROM "t_0123456789abcdefghijklmnop"."eds_ee54f254e5194660b5ddcf1bfe9ca4b2" AS "s0") AS "g"
GROUP BY "g"."k0", "g"."k1"
ORDER BY 1 ASC NULLS LAST
-- ? String reason
-- = insightEventSource varchar
-- = _col1 bigint
-- = _col2 double
-- = _col3 varchar
-- rows
-- autoscaling.amazonaws.com | 1 | 664.0 | UPDATED_DATA
-- NULL | 1 | NULL | NULL
