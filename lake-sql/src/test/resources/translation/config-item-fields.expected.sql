SELECT "s0"."event_data_resource_id" AS "c0", "s0"."event_data_account_id" AS "c1", ("s0"."event_data_tags" ->> ?::text) AS "c2", "s0"."event_data_relationships_name" AS "c3", "s0"."event_data_configuration" AS "c4", "s0"."event_json" AS "c5", "s0"."event_data_configuration_order" AS "c4_order"
FROM "t_0123456789abcdefghijklmnop"."eds_0f3c7b6e4d0a4c5e9b576a3e1d2c4b5a" AS "s0"
WHERE ("s0"."event_data_resource_type" = ?::text)
-- ? String Name
-- ? String AWS::EC2::Instance
-- = resourceid varchar
-- = accountid varchar
-- = name varchar
-- = name varchar
-- = configuration map(varchar, varchar)
-- = eventJson varchar
-- rows
-- i-1 | 111122223333 | web | Is contained in Vpc | {instanceType=t3.micro, tags=[]} | {"eventData":{"resourceId":"i-1"}}
