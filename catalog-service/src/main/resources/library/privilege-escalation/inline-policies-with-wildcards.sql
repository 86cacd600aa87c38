-- title: Inline policies that allow everything
-- description: >
--   Policies written straight into a user, a role or a group whose text allows all actions. They
--   do not show in the list of attached policies and are easily overlooked.
-- category: privilege-escalation
-- tags: [inline policy, wildcard, iam]
-- events: [iam.amazonaws.com/PutUserPolicy, iam.amazonaws.com/PutRolePolicy, iam.amazonaws.com/PutGroupPolicy]
-- attack: [T1098.003]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the policy was written
-- columns:
--   eventTime: When the policy was written
--   receiver: Name of the user, role or group
--   policyName: Name of the policy
--   who: ARN of who wrote it
--   account: Account of the receiver
--   policy: The policy
-- finding: Replace it by a policy that names the actions which are needed.
-- falseAlarms: A text that denies all actions looks the same here; read the effect.
SELECT
  eventTime,
  coalesce(element_at(requestParameters, 'userName'), element_at(requestParameters, 'roleName'), element_at(requestParameters, 'groupName')) AS receiver,
  element_at(requestParameters, 'policyName') AS policyName,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  element_at(requestParameters, 'policyDocument') AS policy
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'iam.amazonaws.com'
  AND eventName IN ('PutUserPolicy', 'PutRolePolicy', 'PutGroupPolicy')
  AND errorCode IS NULL
  AND regexp_like(element_at(requestParameters, 'policyDocument'), '"Action"\s*:\s*(\[\s*)?"(\*|iam:\*)"')
ORDER BY eventTime DESC, eventID
