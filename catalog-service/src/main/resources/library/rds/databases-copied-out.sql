-- title: Databases restored or exported elsewhere
-- description: >
--   Restores into new databases and exports of snapshots into buckets. Both make a copy with its
--   own, possibly weaker, guard.
-- category: rds
-- tags: [restore, export, exfiltration, snapshot]
-- events: [rds.amazonaws.com/StartExportTask, rds.amazonaws.com/RestoreDBInstanceFromDBSnapshot, rds.amazonaws.com/RestoreDBClusterFromSnapshot, rds.amazonaws.com/RestoreDBInstanceToPointInTime]
-- attack: [T1530, T1578.001]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was copied
-- columns:
--   eventTime: When it was copied
--   action: Name of the event
--   source: Snapshot or database it was made of
--   target: New database, or bucket
--   who: ARN of who did it
--   account: Account of the source
--   region: Region of the source
-- finding: See who can read the target. Delete a copy that nobody ordered.
-- falseAlarms: Drills of recovery; exports for analytics.
SELECT
  eventTime,
  eventName AS action,
  coalesce(
    element_at(requestParameters, 'sourceArn'),
    element_at(requestParameters, 'dBSnapshotIdentifier'),
    element_at(requestParameters, 'snapshotIdentifier'),
    element_at(requestParameters, 'sourceDBInstanceIdentifier'),
    element_at(requestParameters, 'sourceDBClusterIdentifier')) AS source,
  coalesce(
    element_at(requestParameters, 's3BucketName'),
    element_at(requestParameters, 'targetDBInstanceIdentifier'),
    element_at(requestParameters, 'dBInstanceIdentifier'),
    element_at(requestParameters, 'dBClusterIdentifier')) AS target,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'rds.amazonaws.com'
  AND (eventName = 'StartExportTask' OR eventName LIKE 'RestoreDB%')
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
