-- title: Access keys that were created
-- description: >
--   New long-lived keys, for whom and by whom. A key for another user is a favourite way to
--   stay.
-- category: keys-and-secrets
-- tags: [access key, credentials, persistence, iam]
-- events: [iam.amazonaws.com/CreateAccessKey]
-- attack: [T1098.001]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the key was created
--   - name: account
--     type: account
--     required: false
--     help: Only this account; all where it is empty
-- columns:
--   eventTime: When the key was created
--   user: Name of the user the key belongs to
--   accessKey: Id of the new key
--   forAnother: Whether somebody made it for another user
--   who: ARN of who created it
--   account: Account of the user
--   address: Where it came from
-- finding: >
--   Take the id of the key to "What an access key was used for". Keys for people should not
--   exist where there is a single sign-on.
-- falseAlarms: Rotation of keys, which ends with the deletion of the old one.
SELECT
  eventTime,
  coalesce(element_at(requestParameters, 'userName'), userIdentity.userName) AS user,
  json_extract_scalar(element_at(responseElements, 'accessKey'), '$.accessKeyId') AS accessKey,
  coalesce(element_at(requestParameters, 'userName') <> coalesce(userIdentity.userName, ''), false) AS forAnother,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  sourceIPAddress AS address
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'iam.amazonaws.com'
  AND eventName = 'CreateAccessKey'
  AND errorCode IS NULL
  AND ({{account}} IS NULL OR recipientAccountId = {{account}})
ORDER BY eventTime DESC, eventID
