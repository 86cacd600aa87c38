-- title: Things that cost every hour
-- description: >
--   NAT gateways, endpoints, load balancers, clusters, addresses and provisioned capacity that
--   were created. They cost while they exist, used or not.
-- category: cost
-- tags: [nat gateway, endpoint, idle, bill]
-- events: [ec2.amazonaws.com/CreateNatGateway, ec2.amazonaws.com/CreateVpcEndpoint, ec2.amazonaws.com/AllocateAddress, elasticloadbalancing.amazonaws.com/CreateLoadBalancer, eks.amazonaws.com/CreateCluster, redshift.amazonaws.com/CreateCluster]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was created
-- columns:
--   account: Account that pays
--   region: Region in which it was created
--   kind: Name of the event without "Create"
--   service: Service that was asked
--   created: Number of calls that succeeded
--   creators: Different principals
--   lastTime: Time of the latest one
-- finding: Compare with what is in use. What belongs to nobody can go.
-- falseAlarms: Stacks that are created and destroyed for tests; the deletion does not show here.
SELECT
  recipientAccountId AS account,
  awsRegion AS region,
  regexp_replace(eventName, '^(Create|Allocate|Put)') AS kind,
  eventSource AS service,
  count(*) AS created,
  count(DISTINCT userIdentity.arn) AS creators,
  max(eventTime) AS lastTime
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND errorCode IS NULL
  AND eventName IN (
      'CreateNatGateway', 'CreateVpcEndpoint', 'AllocateAddress', 'CreateLoadBalancer',
      'CreateTransitGateway', 'CreateCluster', 'CreateReplicationGroup', 'CreateDomain', 'CreateDBCluster',
      'PutProvisionedConcurrencyConfig', 'CreateEndpoint')
GROUP BY recipientAccountId, awsRegion, regexp_replace(eventName, '^(Create|Allocate|Put)'), eventSource
ORDER BY created DESC, account, region, kind, service
