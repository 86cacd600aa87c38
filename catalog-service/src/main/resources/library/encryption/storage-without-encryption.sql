-- title: Storage created without encryption
-- description: >
--   Volumes, file systems, databases and streams that were made without encryption.
-- category: encryption
-- tags: [unencrypted, volume, efs, rds, compliance]
-- events: [ec2.amazonaws.com/CreateVolume, elasticfilesystem.amazonaws.com/CreateFileSystem, rds.amazonaws.com/CreateDBInstance]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was created
-- columns:
--   eventTime: When it was created
--   service: Service that was asked
--   action: Name of the event
--   resource: Id or name of what was created
--   who: ARN of who created it
--   account: Account in which it was created
--   region: Region in which it was created
-- finding: Encryption cannot be added later. Make an encrypted copy and delete the first one.
-- falseAlarms: >
--   What asks for nothing gets the default of the account; for volumes the answer of the call
--   tells.
SELECT
  eventTime,
  eventSource AS service,
  eventName AS action,
  coalesce(
    element_at(responseElements, 'volumeId'),
    element_at(responseElements, 'fileSystemId'),
    element_at(requestParameters, 'dBInstanceIdentifier'),
    element_at(requestParameters, 'dBClusterIdentifier')) AS resource,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventName IN ('CreateVolume', 'CreateFileSystem', 'CreateDBInstance', 'CreateDBCluster')
  AND errorCode IS NULL
  AND coalesce(
    element_at(responseElements, 'encrypted'),
    element_at(responseElements, 'storageEncrypted'),
    element_at(requestParameters, 'encrypted'),
    element_at(requestParameters, 'storageEncrypted'),
    'unknown') = 'false'
ORDER BY eventTime DESC, eventID
