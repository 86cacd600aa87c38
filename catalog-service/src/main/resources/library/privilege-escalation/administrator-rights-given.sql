-- title: Administrator rights that were given
-- description: >
--   Attachments of policies that give everything, or nearly, to a user, a role or a group.
-- category: privilege-escalation
-- tags: [administrator, policy, attach, iam]
-- events: [iam.amazonaws.com/AttachUserPolicy, iam.amazonaws.com/AttachRolePolicy, iam.amazonaws.com/AttachGroupPolicy]
-- attack: [T1098.003]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the policy was attached
--   - name: policies
--     type: list
--     default: [AdministratorAccess, IAMFullAccess, PowerUserAccess]
--     help: Names of policies that count as powerful
-- columns:
--   eventTime: When the policy was attached
--   policy: ARN of the policy
--   receiver: Name of the user, role or group that got it
--   who: ARN of who gave it
--   account: Account of the receiver
--   fromConsole: Whether it was done in the console
-- finding: >
--   Ask for the approval. Detach the policy where there is none, and look at what the receiver
--   did since.
-- falseAlarms: Setting up a new account. A pipeline attaches them to its own roles.
SELECT
  eventTime,
  element_at(requestParameters, 'policyArn') AS policy,
  coalesce(element_at(requestParameters, 'userName'), element_at(requestParameters, 'roleName'), element_at(requestParameters, 'groupName')) AS receiver,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  coalesce(sessionCredentialFromConsole, 'false') = 'true' AS fromConsole
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'iam.amazonaws.com'
  AND eventName IN ('AttachUserPolicy', 'AttachRolePolicy', 'AttachGroupPolicy')
  AND errorCode IS NULL
  AND element_at(split(element_at(requestParameters, 'policyArn'), '/'), -1) IN ({{policies}})
ORDER BY eventTime DESC, eventID
