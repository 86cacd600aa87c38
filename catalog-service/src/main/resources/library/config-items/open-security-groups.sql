-- title: Security groups that are open now
-- description: >
--   Security groups whose latest configuration item lets in every address. Runs over a store of
--   configuration items.
-- category: config-items
-- tags: [config, security group, exposure, firewall]
-- events: ["*/*"]
-- attack: [T1190]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When the item was made
-- columns:
--   resource: Id of the group
--   name: Name of the group
--   account: Account of the group
--   region: Region of the group
--   vpc: Id of the network
--   since: Time of the latest item
-- finding: >
--   The state, not the change, so also what was opened long ago. Restrict what needs no public.
-- falseAlarms: Groups of public load balancers; groups that nothing uses.
SELECT resource, name, account, region, vpc, since
FROM (
  SELECT
    eventData.resourceId AS resource,
    eventData.resourceName AS name,
    recipientAccountId AS account,
    awsRegion AS region,
    element_at(eventData.configuration, 'vpcId') AS vpc,
    eventTime AS since,
    element_at(eventData.configuration, 'ipPermissions') AS rules,
    eventData.configurationItemStatus AS status,
    rank() OVER (PARTITION BY recipientAccountId, awsRegion, eventData.resourceId ORDER BY eventTime DESC, eventID) AS newest
  FROM $EDS_ID
  WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
    AND eventData.resourceType = 'AWS::EC2::SecurityGroup') g
WHERE newest = 1
  AND status <> 'ResourceDeleted'
  AND regexp_like(rules, '"(0\.0\.0\.0/0|::/0)"')
ORDER BY account, region, resource
