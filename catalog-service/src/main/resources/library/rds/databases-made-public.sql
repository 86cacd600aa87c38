-- title: Databases that got a public address
-- description: >
--   Databases that were created or changed so that they can be reached from the internet.
-- category: rds
-- tags: [publicly accessible, database, exposure]
-- events: [rds.amazonaws.com/CreateDBInstance, rds.amazonaws.com/ModifyDBInstance]
-- attack: [T1190]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was made public
--   - name: account
--     type: account
--     required: false
--     help: Only this account; all where it is empty
-- columns:
--   eventTime: When it was made public
--   database: Name of the database
--   engine: Engine of the database
--   isNew: Whether it was created this way
--   who: ARN of who did it
--   account: Account of the database
--   region: Region of the database
-- finding: >
--   Take the public address away, or see that the security group lets in known addresses only.
-- falseAlarms: Databases for tests. The security group may still keep everybody out.
SELECT
  eventTime,
  element_at(requestParameters, 'dBInstanceIdentifier') AS database,
  coalesce(element_at(requestParameters, 'engine'), element_at(responseElements, 'engine')) AS engine,
  eventName <> 'ModifyDBInstance' AS isNew,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'rds.amazonaws.com'
  AND (eventName IN ('CreateDBInstance', 'ModifyDBInstance') OR eventName LIKE 'RestoreDBInstance%')
  AND errorCode IS NULL
  AND element_at(requestParameters, 'publiclyAccessible') = 'true'
  AND ({{account}} IS NULL OR recipientAccountId = {{account}})
ORDER BY eventTime DESC, eventID
