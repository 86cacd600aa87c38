-- title: Databases deleted without a last snapshot
-- description: >
--   Databases and clusters that are gone for good, because nobody kept a last copy.
-- category: rds
-- tags: [delete, snapshot, destruction, database]
-- events: [rds.amazonaws.com/DeleteDBInstance, rds.amazonaws.com/DeleteDBCluster]
-- attack: [T1485]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it was deleted
-- columns:
--   eventTime: When it was deleted
--   database: Name of the database or cluster
--   backupsDeleted: Whether the automatic backups went too
--   who: ARN of who deleted it
--   account: Account of the database
--   region: Region of the database
-- finding: Look for automatic backups and older snapshots before they expire.
-- falseAlarms: >
--   Databases of tests. Members of a cluster are deleted without a snapshot of their own.
SELECT
  eventTime,
  coalesce(element_at(requestParameters, 'dBInstanceIdentifier'), element_at(requestParameters, 'dBClusterIdentifier')) AS database,
  coalesce(element_at(requestParameters, 'deleteAutomatedBackups'), 'true') = 'true' AS backupsDeleted,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'rds.amazonaws.com'
  AND eventName IN ('DeleteDBInstance', 'DeleteDBCluster')
  AND errorCode IS NULL
  AND element_at(requestParameters, 'skipFinalSnapshot') = 'true'
ORDER BY eventTime DESC, eventID
