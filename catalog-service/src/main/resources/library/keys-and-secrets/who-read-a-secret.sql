-- title: Who read a secret
-- description: >
--   All reads and changes of the secrets whose name has a given text, also those that were
--   denied.
-- category: keys-and-secrets
-- tags: [secrets manager, secret, password, access]
-- events: [secretsmanager.amazonaws.com/*]
-- attack: [T1555.006]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the secret was read
--   - name: secret
--     type: text
--     default: database
--     maxLength: 256
--     help: A part of the name or of the ARN of the secret
-- columns:
--   eventTime: When it was done
--   action: What was done with the secret
--   secret: Name or ARN of the secret
--   who: ARN of who did it, or the service
--   account: Account of the secret
--   address: Where it came from
--   error: Code of the error; empty where it succeeded
-- finding: Rotate the secret if somebody read it who should not, then look at what it opens.
-- falseAlarms: Programs read a secret at each start.
SELECT
  eventTime,
  eventName AS action,
  coalesce(element_at(requestParameters, 'secretId'), element_at(requestParameters, 'name')) AS secret,
  coalesce(userIdentity.arn, userIdentity.invokedBy) AS who,
  recipientAccountId AS account,
  sourceIPAddress AS address,
  errorCode AS error
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'secretsmanager.amazonaws.com'
  AND strpos(coalesce(element_at(requestParameters, 'secretId'), element_at(requestParameters, 'name')), {{secret}}) > 0
ORDER BY eventTime DESC, eventID
