-- title: Key policies that name other accounts
-- description: >
--   New policies of KMS keys that let principals of other accounts, or everybody, use the key.
-- category: encryption
-- tags: [kms, key policy, cross-account]
-- events: [kms.amazonaws.com/PutKeyPolicy, kms.amazonaws.com/CreateKey]
-- attack: [T1098]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When the policy was set
-- columns:
--   eventTime: When the policy was set
--   action: PutKeyPolicy or CreateKey
--   keyId: Id or ARN of the key
--   otherAccounts: Accounts in the policy that are not the key's own
--   openToAll: Whether the policy names everybody
--   who: ARN of who set it
--   account: Account of the key
-- finding: >
--   A foreign account that nobody knows must go from the policy; re-encrypt what it could
--   decrypt.
-- falseAlarms: Keys shared with the accounts of your own organization.
SELECT
  eventTime,
  eventName AS action,
  coalesce(element_at(requestParameters, 'keyId'), json_extract_scalar(element_at(responseElements, 'keyMetadata'), '$.keyId')) AS keyId,
  array_remove(
    array_distinct(regexp_extract_all(element_at(requestParameters, 'policy'), 'arn:aws[a-z-]*:(?:iam|sts)::([0-9]{12}):', 1)),
    recipientAccountId) AS otherAccounts,
  regexp_like(element_at(requestParameters, 'policy'), '"(AWS|Principal)"\s*:\s*"\*"') AS openToAll,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'kms.amazonaws.com'
  AND eventName IN ('PutKeyPolicy', 'CreateKey')
  AND errorCode IS NULL
  AND (any_match(
      regexp_extract_all(element_at(requestParameters, 'policy'), 'arn:aws[a-z-]*:(?:iam|sts)::([0-9]{12}):', 1),
      a -> a <> recipientAccountId)
    OR regexp_like(element_at(requestParameters, 'policy'), '"(AWS|Principal)"\s*:\s*"\*"'))
ORDER BY openToAll DESC, eventTime DESC, eventID
