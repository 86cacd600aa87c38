-- title: New master passwords of databases
-- description: >
--   Whoever sets the master password of a database can read all of it. The event never shows the
--   password.
-- category: rds
-- tags: [password, master user, database]
-- events: [rds.amazonaws.com/ModifyDBInstance, rds.amazonaws.com/ModifyDBCluster]
-- attack: [T1098]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the password was changed
-- columns:
--   eventTime: When the password was changed
--   database: Name of the database or cluster
--   managed: Whether Secrets Manager keeps the password from now on
--   who: ARN of who changed it
--   account: Account of the database
--   address: Where it came from
-- finding: >
--   Programs that lose their connection at that time tell that it was not planned. Set a new
--   password and look at the sessions of the database.
-- falseAlarms: Rotation by Secrets Manager.
SELECT
  eventTime,
  coalesce(element_at(requestParameters, 'dBInstanceIdentifier'), element_at(requestParameters, 'dBClusterIdentifier')) AS database,
  coalesce(element_at(requestParameters, 'manageMasterUserPassword'), 'false') = 'true' AS managed,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  sourceIPAddress AS address
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'rds.amazonaws.com'
  AND eventName IN ('ModifyDBInstance', 'ModifyDBCluster')
  AND errorCode IS NULL
  AND coalesce(element_at(requestParameters, 'masterUserPassword'), element_at(requestParameters, 'manageMasterUserPassword')) IS NOT NULL
ORDER BY eventTime DESC, eventID
