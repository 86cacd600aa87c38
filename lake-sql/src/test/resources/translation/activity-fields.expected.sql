SELECT "s0"."event_data_event_time" AS "c0", "s0"."event_data_event_source" AS "c1", "s0"."event_data_event_name" AS "c2", ("s0"."event_data_user_identity_details" ->> ?::text) AS "c3", "s0"."event_data_request_parameters" AS "c4", "s0"."event_data_error_message" AS "c5", "s0"."event_data_error_message" AS "c6", "s0"."event_data_uid" AS "c7", "s0"."event_data_request_parameters_order" AS "c4_order"
FROM "t_0123456789abcdefghijklmnop"."eds_9c8b7a651e2d4f3ca4b5c6d7e8f90a1b" AS "s0"
WHERE ("s0"."event_data_event_source" = ?::text)
  AND ("s0"."event_time" > ?::timestamp)
  AND ("s0"."metadata_channel_arn" = ?::text)
  AND ("s0"."event_data_user_identity_type" LIKE ?::text)
-- ? String GitHubOrganization
-- ? String github.audit.streaming
-- ? LocalDateTime 2024-01-01T00:00
-- ? String arn:channel
-- ? String %fluent%
-- = eventTime varchar
-- = eventSource varchar
-- = eventName varchar
-- = orgName varchar
-- = requestParameters map(varchar, varchar)
-- = errormssage varchar
-- = errormessage varchar
-- = uid varchar
-- rows
-- 2024-02-01T10:00:00 | github.audit.streaming | git.clone | o | {user=u, visibility=public} | no such branch | no such branch | u-1
