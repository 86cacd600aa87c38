-- title: Temporary credentials made from long-lived keys
-- description: >
--   IAM users that made session or federation tokens of their keys. A federation token goes on
--   after the key is deactivated, which intruders like.
-- category: keys-and-secrets
-- tags: [sts, session token, federation token, persistence]
-- events: [sts.amazonaws.com/GetSessionToken, sts.amazonaws.com/GetFederationToken]
-- attack: [T1550.001]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the token was made
-- columns:
--   eventTime: When the token was made
--   action: GetSessionToken or GetFederationToken
--   who: ARN of the user
--   accessKey: Id of the key it was made of
--   federatedName: Name of the federated user
--   hours: For how many hours it lasts; empty for the default
--   address: Where it came from
--   account: Account of the user
-- finding: >
--   To stop a federation token, attach a policy to the user that denies everything for tokens
--   issued before now; to deactivate the key is not enough.
-- falseAlarms: Command line tools that ask for a second factor use GetSessionToken.
SELECT
  eventTime,
  eventName AS action,
  userIdentity.arn AS who,
  userIdentity.accessKeyId AS accessKey,
  element_at(requestParameters, 'name') AS federatedName,
  TRY_CAST(element_at(requestParameters, 'durationSeconds') AS double) / 3600 AS hours,
  sourceIPAddress AS address,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'sts.amazonaws.com'
  AND eventName IN ('GetSessionToken', 'GetFederationToken')
  AND errorCode IS NULL
  AND userIdentity.type = 'IAMUser'
ORDER BY eventTime DESC, eventID
