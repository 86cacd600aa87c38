-- title: Changed trust policies
-- description: >
--   Who may assume a role is said by its trust policy. This lists each change with the accounts
--   and providers that the new text names.
-- category: identity
-- tags: [trust policy, role, backdoor, cross-account]
-- events: [iam.amazonaws.com/UpdateAssumeRolePolicy]
-- attack: [T1098.001]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the policy was changed
--   - name: account
--     type: account
--     required: false
--     help: Only this account; all where it is empty
-- columns:
--   eventTime: When the policy was changed
--   role: Name of the role
--   trusted: ARNs in the new policy
--   openToAll: Whether the new policy names everybody as principal
--   who: ARN of who changed it
--   account: Account of the role
--   policy: The new policy
-- finding: >
--   A foreign account or everybody in the list is a way back in for an intruder. Restore the
--   policy that your code has, and end the sessions of the role.
-- falseAlarms: Onboarding of a partner; a new cluster whose provider of identities is added.
SELECT
  eventTime,
  element_at(requestParameters, 'roleName') AS role,
  regexp_extract_all(element_at(requestParameters, 'policyDocument'), 'arn:aws[a-z-]*:(iam|sts)::[0-9]+:[A-Za-z0-9+=,.@_/-]+') AS trusted,
  regexp_like(element_at(requestParameters, 'policyDocument'), '"(AWS|Principal)"\s*:\s*"\*"') AS openToAll,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  element_at(requestParameters, 'policyDocument') AS policy
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'iam.amazonaws.com'
  AND eventName = 'UpdateAssumeRolePolicy'
  AND errorCode IS NULL
  AND ({{account}} IS NULL OR recipientAccountId = {{account}})
ORDER BY openToAll DESC, eventTime DESC, eventID
