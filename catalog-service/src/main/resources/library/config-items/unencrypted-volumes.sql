-- title: Volumes that are not encrypted
-- description: >
--   Volumes and databases whose configuration item says that they are stored in the clear. Runs
--   over a store of configuration items.
-- category: config-items
-- tags: [config, encryption, ebs, rds, compliance]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the item was made
-- columns:
--   type: Kind of the resource
--   resource: Id of the resource
--   account: Account of the resource
--   region: Region of the resource
--   items: Number of items that say so
--   lastSeen: Time of the latest of them
-- finding: Make an encrypted copy and replace the first one.
-- falseAlarms: A resource that was replaced in the period shows until the period has passed.
SELECT
  eventData.resourceType AS type,
  coalesce(eventData.resourceName, eventData.resourceId) AS resource,
  recipientAccountId AS account,
  awsRegion AS region,
  count(*) AS items,
  max(eventTime) AS lastSeen
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventData.resourceType IN ('AWS::EC2::Volume', 'AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::EFS::FileSystem')
  AND coalesce(
    element_at(eventData.configuration, 'encrypted'),
    element_at(eventData.configuration, 'storageEncrypted'),
    element_at(eventData.configuration, 'Encrypted')) = 'false'
GROUP BY eventData.resourceType, coalesce(eventData.resourceName, eventData.resourceId), recipientAccountId, awsRegion
ORDER BY lastSeen DESC, type, resource
