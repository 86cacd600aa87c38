-- title: Secrets that were deleted or opened to others
-- description: >
--   Deletions of secrets, those without a waiting time first, and policies that let others read
--   a secret.
-- category: keys-and-secrets
-- tags: [secrets manager, delete, resource policy, share]
-- events: [secretsmanager.amazonaws.com/DeleteSecret, secretsmanager.amazonaws.com/PutResourcePolicy]
-- attack: [T1485, T1098]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was done
-- columns:
--   eventTime: When it was done
--   action: DeleteSecret or PutResourcePolicy
--   secret: Name or ARN of the secret
--   atOnce: Whether it was deleted without a waiting time
--   policy: The new policy of the secret
--   who: ARN of who did it
--   account: Account of the secret
-- finding: >
--   Restore the secret while its waiting time lasts. Take a policy back that names a foreign
--   account or everybody.
-- falseAlarms: Stacks that are destroyed delete their secrets at once.
SELECT
  eventTime,
  eventName AS action,
  element_at(requestParameters, 'secretId') AS secret,
  coalesce(element_at(requestParameters, 'forceDeleteWithoutRecovery'), 'false') = 'true' AS atOnce,
  element_at(requestParameters, 'resourcePolicy') AS policy,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'secretsmanager.amazonaws.com'
  AND eventName IN ('DeleteSecret', 'PutResourcePolicy')
  AND errorCode IS NULL
ORDER BY atOnce DESC, eventTime DESC, eventID
