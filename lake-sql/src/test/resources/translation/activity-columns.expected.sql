SELECT "s0"."event_version" AS "c0", "s0"."event_category" AS "c1", "s0"."event_type" AS "c2", "s0"."event_id" AS "c3", "s0"."event_time" AS "c4", "s0"."aws_region" AS "c5", CASE WHEN (("s0"."struct_presence" & 1) <> 0) THEN jsonb_build_array("s0"."addendum_reason", "s0"."addendum_updated_fields", "s0"."addendum_original_uid", "s0"."addendum_original_event_id") END AS "c6", CASE WHEN (("s0"."struct_presence" & 2) <> 0) THEN jsonb_build_array("s0"."metadata_ingestion_time", "s0"."metadata_channel_arn") END AS "c7", "s0"."event_data_checksum" AS "c8", CASE WHEN (("s0"."struct_presence" & 4) <> 0) THEN jsonb_build_array("s0"."event_data_version", CASE WHEN (("s0"."struct_presence" & 8) <> 0) THEN jsonb_build_array("s0"."event_data_user_identity_type", "s0"."event_data_user_identity_principal_id", "s0"."event_data_user_identity_details") END, "s0"."event_data_user_agent", "s0"."event_data_event_source", "s0"."event_data_event_name", "s0"."event_data_event_time", "s0"."event_data_uid", "s0"."event_data_request_parameters", "s0"."event_data_response_elements", "s0"."event_data_error_code", "s0"."event_data_error_message", "s0"."event_data_source_ip_address", "s0"."event_data_recipient_account_id", "s0"."event_data_additional_event_data") END AS "c9", "s0"."recipient_account_id" AS "c10"
FROM "t_0123456789abcdefghijklmnop"."eds_9c8b7a651e2d4f3ca4b5c6d7e8f90a1b" AS "s0"
ORDER BY 5 ASC
-- = eventVersion varchar
-- = eventCategory varchar
-- = eventType varchar
-- = eventID varchar
-- = eventTime timestamp(3)
-- = awsRegion varchar
-- = addendum row(reason varchar, updatedfields varchar, originaluid varchar, originaleventid varchar)
-- = metadata row(ingestiontime varchar, channelarn varchar)
-- = eventDataChecksum varchar
-- = eventData row(version varchar, useridentity row(type varchar, principalid varchar, details map(varchar, varchar)), useragent varchar, eventsource varchar, eventname varchar, eventtime varchar, uid varchar, requestparameters map(varchar, varchar), responseelements map(varchar, varchar), errorcode varchar, errormssage varchar, sourceipaddress varchar, recipientaccountid varchar, additionaleventdata map(varchar, varchar))
-- = recipientAccountId varchar
-- rows
-- NULL | NULL | NULL | activity-1 | 2024-02-01 10:00:00.000 | NULL | null | {ingestiontime=2024-02-01 10:00:05, channelarn=arn:channel} | NULL | {version=null, useridentity={type=fluentbit, principalid=octocat, details={Repository=r, GitHubOrganization=o}}, useragent=null, eventsource=github.audit.streaming, eventname=git.clone, eventtime=2024-02-01T10:00:00, uid=u-1, requestparameters={user=u, visibility=public}, responseelements=null, errorcode=null, errormssage=no such branch, sourceipaddress=null, recipientaccountid=null, additionaleventdata=null} | NULL
-- NULL | NULL | NULL | activity-2 | 2024-02-01 11:00:00.000 | NULL | null | null | NULL | null | NULL
