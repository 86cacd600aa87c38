SELECT CASE WHEN (("s0"."struct_presence" & 2) <> 0) THEN jsonb_build_array("s0"."metadata_ingestion_time", "s0"."metadata_channel_arn") END AS "c0", CASE WHEN (("s0"."struct_presence" & 8) <> 0) THEN jsonb_build_array("s0"."event_data_user_identity_type", "s0"."event_data_user_identity_principal_id", "s0"."event_data_user_identity_details") END AS "c1", (("s0"."struct_presence" & 1) = 0) AS "c2"
FROM "t_0123456789abcdefghijklmnop"."eds_9c8b7a651e2d4f3ca4b5c6d7e8f90a1b" AS "s0"
ORDER BY "s0"."event_time" ASC
-- = metadata row(ingestiontime varchar, channelarn varchar)
-- = useridentity row(type varchar, principalid varchar, details map(varchar, varchar))
-- = nothing_added boolean
-- rows
-- {ingestiontime=2024-02-01 10:00:05, channelarn=arn:channel} | {type=fluentbit, principalid=octocat, details={Repository=r, GitHubOrganization=o}} | true
-- null | null | true
