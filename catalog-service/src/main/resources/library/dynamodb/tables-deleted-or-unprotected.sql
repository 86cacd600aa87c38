-- title: Tables that were deleted or lost their protection
-- description: >
--   Deletions of DynamoDB tables and backups, and tables whose point-in-time recovery or
--   deletion protection was switched off.
-- category: dynamodb
-- tags: [table, delete, backup, pitr]
-- events: [dynamodb.amazonaws.com/DeleteTable, dynamodb.amazonaws.com/DeleteBackup, dynamodb.amazonaws.com/UpdateContinuousBackups, dynamodb.amazonaws.com/UpdateTable]
-- attack: [T1485, T1490]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it happened
-- columns:
--   eventTime: When it was done
--   action: Name of the event
--   subject: Name of the table, or ARN of the backup
--   who: ARN of who did it
--   account: Account of the table
--   region: Region of the table
-- finding: A deleted table with point-in-time recovery can be restored for 35 days.
-- falseAlarms: Tables of tests and of stacks that are destroyed.
SELECT
  eventTime,
  eventName AS action,
  coalesce(element_at(requestParameters, 'tableName'), element_at(requestParameters, 'backupArn')) AS subject,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'dynamodb.amazonaws.com'
  AND errorCode IS NULL
  AND (eventName IN ('DeleteTable', 'DeleteBackup')
    OR (eventName = 'UpdateTable' AND element_at(requestParameters, 'deletionProtectionEnabled') = 'false')
    OR (eventName = 'UpdateContinuousBackups'
      AND json_extract_scalar(element_at(requestParameters, 'pointInTimeRecoverySpecification'), '$.pointInTimeRecoveryEnabled') = 'false'))
ORDER BY eventTime DESC, eventID
