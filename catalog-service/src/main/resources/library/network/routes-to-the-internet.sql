-- title: Routes to the internet
-- description: >
--   New routes that lead everything to an internet gateway, which makes the subnets of the table
--   public.
-- category: network
-- tags: [route table, internet gateway, vpc]
-- events: [ec2.amazonaws.com/CreateRoute, ec2.amazonaws.com/ReplaceRoute]
-- attack: [T1599]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the route was made
-- columns:
--   eventTime: When the route was made
--   routeTable: Id of the table
--   destination: Network the route is for
--   gateway: Id of the internet gateway
--   who: ARN of who made it
--   account: Account of the table
--   region: Region of the table
-- finding: >
--   Remove the route where the subnets are meant to be private, and look for machines with
--   public addresses in them.
-- falseAlarms: A new VPC gets such a route for its public subnets.
SELECT
  eventTime,
  element_at(requestParameters, 'routeTableId') AS routeTable,
  coalesce(element_at(requestParameters, 'destinationCidrBlock'), element_at(requestParameters, 'destinationIpv6CidrBlock')) AS destination,
  element_at(requestParameters, 'gatewayId') AS gateway,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventName IN ('CreateRoute', 'ReplaceRoute')
  AND errorCode IS NULL
  AND element_at(requestParameters, 'gatewayId') LIKE 'igw-%'
  AND coalesce(element_at(requestParameters, 'destinationCidrBlock'), element_at(requestParameters, 'destinationIpv6CidrBlock')) IN ('0.0.0.0/0', '::/0')
ORDER BY eventTime DESC, eventID
