-- title: Encryption keys that are about to vanish
-- description: >
--   KMS keys that were scheduled for deletion or disabled. What they encrypt cannot be read any
--   more.
-- category: encryption
-- tags: [kms, key deletion, disable, ransomware]
-- events: [kms.amazonaws.com/ScheduleKeyDeletion, kms.amazonaws.com/DisableKey, kms.amazonaws.com/DeleteImportedKeyMaterial]
-- attack: [T1485, T1486]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it happened
-- columns:
--   eventTime: When it was done
--   action: Name of the event
--   keyId: Id or ARN of the key
--   days: Days until the deletion
--   who: ARN of who did it
--   account: Account of the key
--   region: Region of the key
-- finding: >
--   Cancel the deletion within the waiting time, and enable the key. Find out what it encrypts
--   before you let it go.
-- falseAlarms: Keys of stacks that are destroyed; those that were never used.
SELECT
  eventTime,
  eventName AS action,
  element_at(requestParameters, 'keyId') AS keyId,
  TRY_CAST(element_at(requestParameters, 'pendingWindowInDays') AS bigint) AS days,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'kms.amazonaws.com'
  AND eventName IN ('ScheduleKeyDeletion', 'DisableKey', 'DeleteImportedKeyMaterial')
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
