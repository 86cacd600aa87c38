SELECT "s0"."insight_type" AS "c0", "s0"."insight_context_baseline_average" AS "c1", "s0"."insight_context_attributions_attribute" AS "c2", "s0"."insight_context_attributions_insight_value" AS "c3", "s0"."insight_context_attributions_insight__value" AS "c4", "s0"."insight_context_attributions_insight__average" AS "c5"
FROM "t_0123456789abcdefghijklmnop"."eds_ee54f254e5194660b5ddcf1bfe9ca4b2" AS "s0"
WHERE ("s0"."insight_context_insight_average" > ?::double precision)
  AND ("s0"."insight_context_insight_duration" >= ?::integer)
  AND ("s0"."insight_state" = ?::text)
-- ? Double 0.5
-- ? Long 5
-- ? String Start
-- = insightType varchar
-- = baselineaverage double
-- = attribute varchar
-- = insightvalue varchar
-- = value varchar
-- = average double
-- rows
-- ApiCallRateInsight | 8.82145E-5 | userIdentityArn | flat | arn:1 | 0.2
