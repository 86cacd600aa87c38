-- title: Database snapshots shared with others
-- description: >
--   Snapshots of databases and clusters that another account, or everybody, may restore. A whole
--   database leaves in one call.
-- category: rds
-- tags: [snapshot, share, exfiltration, database]
-- events: [rds.amazonaws.com/ModifyDBSnapshotAttribute, rds.amazonaws.com/ModifyDBClusterSnapshotAttribute]
-- attack: [T1537]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was shared
-- columns:
--   eventTime: When it was shared
--   snapshot: Name of the snapshot
--   receivers: Accounts that may restore it; "all" is everybody
--   public: Whether everybody may restore it
--   who: ARN of who shared it
--   account: Account of the snapshot
-- finding: Take the permission back at once. A copy may exist by then, so treat the data as gone.
-- falseAlarms: Copies for a backup account or for tests.
SELECT
  eventTime,
  coalesce(element_at(requestParameters, 'dBSnapshotIdentifier'), element_at(requestParameters, 'dBClusterSnapshotIdentifier')) AS snapshot,
  element_at(requestParameters, 'valuesToAdd') AS receivers,
  json_array_contains(element_at(requestParameters, 'valuesToAdd'), 'all') AS public,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'rds.amazonaws.com'
  AND eventName IN ('ModifyDBSnapshotAttribute', 'ModifyDBClusterSnapshotAttribute')
  AND errorCode IS NULL
  AND json_array_length(element_at(requestParameters, 'valuesToAdd')) > 0
ORDER BY eventTime DESC, eventID
