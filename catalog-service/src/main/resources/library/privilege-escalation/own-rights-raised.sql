-- title: Identities that changed their own rights
-- description: >
--   A user who attached or wrote a policy for themselves, or a role whose session changed the
--   policies of that role.
-- category: privilege-escalation
-- tags: [self, escalation, policy, iam]
-- events: [iam.amazonaws.com/AttachUserPolicy, iam.amazonaws.com/PutUserPolicy, iam.amazonaws.com/AttachRolePolicy, iam.amazonaws.com/PutRolePolicy, iam.amazonaws.com/AddUserToGroup]
-- attack: [T1098.003, T1548.005]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the rights were changed
-- columns:
--   eventTime: When the rights were changed
--   who: ARN of who raised the own rights
--   action: Name of the event
--   given: Policy or group
--   account: Account of the identity
--   address: Where it came from
--   error: Code of the error; empty where it succeeded
-- finding: >
--   A success is an incident until somebody explains it. Also attempts that failed tell that a
--   credential is in other hands.
-- falseAlarms: A pipeline that manages its own role.
SELECT
  eventTime,
  userIdentity.arn AS who,
  eventName AS action,
  coalesce(element_at(requestParameters, 'policyArn'), element_at(requestParameters, 'policyName'), element_at(requestParameters, 'groupName')) AS given,
  recipientAccountId AS account,
  sourceIPAddress AS address,
  errorCode AS error
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'iam.amazonaws.com'
  AND eventName IN ('AttachUserPolicy', 'PutUserPolicy', 'AttachRolePolicy', 'PutRolePolicy', 'AddUserToGroup')
  AND (element_at(requestParameters, 'userName') = userIdentity.userName
    OR element_at(requestParameters, 'roleName') = userIdentity.sessionContext.sessionIssuer.userName)
ORDER BY eventTime DESC, eventID
