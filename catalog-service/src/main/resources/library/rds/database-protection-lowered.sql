-- title: Databases that lost a protection
-- description: >
--   Protection against deletion that was switched off, and automatic backups that were ended or
--   shortened.
-- category: rds
-- tags: [deletion protection, backup, retention, database]
-- events: [rds.amazonaws.com/ModifyDBInstance, rds.amazonaws.com/ModifyDBCluster]
-- attack: [T1490]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was lowered
--   - name: leastDays
--     type: integer
--     default: 7
--     min: 1
--     max: 35
--     help: Backups kept for fewer days than this are shown
-- columns:
--   eventTime: When it was lowered
--   database: Name of the database or cluster
--   deletionProtection: "\"false\" where it was switched off"
--   backupDays: For how many days backups are kept from now on
--   who: ARN of who did it
--   account: Account of the database
-- finding: Switch it on again. A deletion in the next minutes was planned then, by whomever.
-- falseAlarms: A database that is about to be retired.
SELECT
  eventTime,
  coalesce(element_at(requestParameters, 'dBInstanceIdentifier'), element_at(requestParameters, 'dBClusterIdentifier')) AS database,
  element_at(requestParameters, 'deletionProtection') AS deletionProtection,
  TRY_CAST(element_at(requestParameters, 'backupRetentionPeriod') AS bigint) AS backupDays,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'rds.amazonaws.com'
  AND eventName IN ('ModifyDBInstance', 'ModifyDBCluster')
  AND errorCode IS NULL
  AND (element_at(requestParameters, 'deletionProtection') = 'false'
    OR TRY_CAST(element_at(requestParameters, 'backupRetentionPeriod') AS bigint) < {{leastDays}})
ORDER BY eventTime DESC, eventID
