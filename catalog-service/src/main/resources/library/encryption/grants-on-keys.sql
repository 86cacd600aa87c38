-- title: Grants on keys for principals outside
-- description: >
--   A grant lets a principal use a key without any change of the key's policy. Grants to
--   services of AWS are left out.
-- category: encryption
-- tags: [kms, grant, cross-account]
-- events: [kms.amazonaws.com/CreateGrant]
-- attack: [T1098]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the grant was made
-- columns:
--   eventTime: When the grant was made
--   keyId: Id or ARN of the key
--   grantee: Principal that may use the key
--   operations: What it may do with the key
--   foreignGrantee: Whether the grantee is of another account
--   who: ARN of who made the grant
--   account: Account of the key
-- finding: Revoke the grant by its id, which the response of the event has.
-- falseAlarms: Autoscaling and databases across accounts of one organization.
SELECT
  eventTime,
  element_at(requestParameters, 'keyId') AS keyId,
  element_at(requestParameters, 'granteePrincipal') AS grantee,
  element_at(requestParameters, 'operations') AS operations,
  coalesce(split_part(element_at(requestParameters, 'granteePrincipal'), ':', 5) <> recipientAccountId, false) AS foreignGrantee,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'kms.amazonaws.com'
  AND eventName = 'CreateGrant'
  AND errorCode IS NULL
  AND starts_with(element_at(requestParameters, 'granteePrincipal'), 'arn:')
  AND userIdentity.invokedBy IS NULL
ORDER BY foreignGrantee DESC, eventTime DESC, eventID
