SELECT "s0"."event_version" AS "c0", "s0"."event_category" AS "c1", "s0"."event_type" AS "c2", "s0"."event_id" AS "c3", "s0"."event_time" AS "c4", "s0"."aws_region" AS "c5", "s0"."recipient_account_id" AS "c6", "s0"."shared_event_id" AS "c7", "s0"."addendum" AS "c8", "s0"."insight_source" AS "c9", "s0"."insight_state" AS "c10", "s0"."insight_event_source" AS "c11", "s0"."insight_event_name" AS "c12", "s0"."insight_error_code" AS "c13", "s0"."insight_type" AS "c14", CASE WHEN (("s0"."struct_presence" & 1) <> 0) THEN jsonb_build_array("s0"."insight_context_baseline_average", "s0"."insight_context_insight_average", "s0"."insight_context_baseline_duration", "s0"."insight_context_insight_duration", CASE WHEN (("s0"."struct_presence" & 2) <> 0) THEN jsonb_build_array("s0"."insight_context_attributions_attribute", "s0"."insight_context_attributions_insight_value", "s0"."insight_context_attributions_insight_average", "s0"."insight_context_attributions_baseline_value", "s0"."insight_context_attributions_baseline_average", CASE WHEN (("s0"."struct_presence" & 4) <> 0) THEN jsonb_build_array("s0"."insight_context_attributions_insight__value", "s0"."insight_context_attributions_insight__average") END, CASE WHEN (("s0"."struct_presence" & 8) <> 0) THEN jsonb_build_array("s0"."insight_context_attributions_baseline__value", "s0"."insight_context_attributions_baseline__average") END) END) END AS "c15", "s0"."addendum_order" AS "c8_order"
FROM "t_0123456789abcdefghijklmnop"."eds_ee54f254e5194660b5ddcf1bfe9ca4b2" AS "s0"
ORDER BY 5 ASC
-- = eventVersion varchar
-- = eventCategory varchar
-- = eventType varchar
-- = eventID varchar
-- = eventTime timestamp(3)
-- = awsRegion varchar
-- = recipientAccountId varchar
-- = sharedEventID varchar
-- = addendum map(varchar, varchar)
-- = insightSource varchar
-- = insightState varchar
-- = insightEventSource varchar
-- = insightEventName varchar
-- = insightErrorCode varchar
-- = insightType varchar
-- = insightContext row(baselineaverage double, insightaverage double, baselineduration integer, insightduration integer, attributions row(attribute varchar, insightvalue varchar, insightaverage double, baselinevalue varchar, baselineaverage double, insight row(value varchar, average double), baseline row(value varchar, average double)))
-- rows
-- 1.08 | NULL | NULL | insight-1 | 2024-02-01 10:00:00.000 | NULL | NULL | NULL | {reason=UPDATED_DATA, updatedFields=x} | NULL | Start | autoscaling.amazonaws.com | NULL | NULL | ApiCallRateInsight | {baselineaverage=8.82145E-5, insightaverage=664.0, baselineduration=11336, insightduration=5, attributions={attribute=userIdentityArn, insightvalue=flat, insightaverage=null, baselinevalue=null, baselineaverage=null, insight={value=arn:1, average=0.2}, baseline=null}}
-- NULL | NULL | NULL | insight-2 | 2024-02-01 11:00:00.000 | NULL | NULL | NULL | null | NULL | NULL | NULL | NULL | NULL | NULL | null
