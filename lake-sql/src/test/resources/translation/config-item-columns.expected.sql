SELECT "s0"."event_version" AS "c0", "s0"."event_category" AS "c1", "s0"."event_type" AS "c2", "s0"."event_id" AS "c3", "s0"."event_time" AS "c4", "s0"."aws_region" AS "c5", "s0"."recipient_account_id" AS "c6", "s0"."addendum" AS "c7", CASE WHEN (("s0"."struct_presence" & 1) <> 0) THEN jsonb_build_array("s0"."event_data_configuration_item_version", "s0"."event_data_configuration_item_capture_time", "s0"."event_data_configuration_item_status", "s0"."event_data_configuration_item_state_id", "s0"."event_data_account_id", "s0"."event_data_resource_type", "s0"."event_data_resource_id", "s0"."event_data_resource_name", "s0"."event_data_arn", "s0"."event_data_aws_region", "s0"."event_data_availability_zone", "s0"."event_data_resource_creation_time", "s0"."event_data_configuration", "s0"."event_data_supplementary_configuration", "s0"."event_data_related_events", CASE WHEN (("s0"."struct_presence" & 2) <> 0) THEN jsonb_build_array("s0"."event_data_relationships_name", "s0"."event_data_relationships_resource_type", "s0"."event_data_relationships_resource_id", "s0"."event_data_relationships_resource_name") END, "s0"."event_data_tags") END AS "c8", "s0"."addendum_order" AS "c7_order"
FROM "t_0123456789abcdefghijklmnop"."eds_0f3c7b6e4d0a4c5e9b576a3e1d2c4b5a" AS "s0"
ORDER BY 5 ASC
-- = eventVersion varchar
-- = eventCategory varchar
-- = eventType varchar
-- = eventID varchar
-- = eventTime timestamp(3)
-- = awsRegion varchar
-- = recipientAccountId varchar
-- = addendum map(varchar, varchar)
-- = eventData row(configurationitemversion varchar, configurationitemcapturetime varchar, configurationitemstatus varchar, configurationitemstateid varchar, accountid varchar, resourcetype varchar, resourceid varchar, resourcename varchar, arn varchar, awsregion varchar, availabilityzone varchar, resourcecreationtime varchar, configuration map(varchar, varchar), supplementaryconfiguration map(varchar, varchar), relatedevents varchar, relationships row(name varchar, resourcetype varchar, resourceid varchar, resourcename varchar), tags map(varchar, varchar))
-- rows
-- NULL | NULL | NULL | config-1 | 2024-02-01 10:00:00.000 | NULL | NULL | null | {configurationitemversion=null, configurationitemcapturetime=null, configurationitemstatus=null, configurationitemstateid=null, accountid=111122223333, resourcetype=AWS::EC2::Instance, resourceid=i-1, resourcename=null, arn=null, awsregion=null, availabilityzone=null, resourcecreationtime=null, configuration={tags=[], instanceType=t3.micro}, supplementaryconfiguration=null, relatedevents=null, relationships={name=Is contained in Vpc, resourcetype=null, resourceid=null, resourcename=null}, tags={Name=web}}
-- NULL | NULL | NULL | config-2 | 2024-02-01 11:00:00.000 | NULL | NULL | null | null
