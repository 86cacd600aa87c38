-- title: Users, roles and groups that were created
-- description: >
--   New identities in IAM and who made them. An intruder likes an identity of their own, because
--   it survives the change of a stolen password.
-- category: identity
-- tags: [iam, user, role, create, persistence]
-- events: [iam.amazonaws.com/CreateUser, iam.amazonaws.com/CreateRole, iam.amazonaws.com/CreateGroup]
-- attack: [T1136.003]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was created
--   - name: account
--     type: account
--     required: false
--     help: Only this account; all where it is empty
-- columns:
--   eventTime: When it was created
--   kind: User, Role or Group
--   name: Name of the new identity
--   who: ARN of who created it
--   account: Account it is in
--   byCloudFormation: Whether CloudFormation did it for somebody
-- finding: >
--   An identity that no stack and no ticket explains should be disabled first and asked about
--   afterwards.
-- falseAlarms: >
--   Services create their own roles under `aws-service-role`; those are left out. Pipelines
--   create roles for what they deploy.
SELECT
  eventTime,
  substr(eventName, 7) AS kind,
  coalesce(element_at(requestParameters, 'userName'), element_at(requestParameters, 'roleName'), element_at(requestParameters, 'groupName')) AS name,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  coalesce(userIdentity.invokedBy, '') = 'cloudformation.amazonaws.com' AS byCloudFormation
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'iam.amazonaws.com'
  AND eventName IN ('CreateUser', 'CreateRole', 'CreateGroup')
  AND errorCode IS NULL
  AND ({{account}} IS NULL OR recipientAccountId = {{account}})
ORDER BY eventTime DESC, eventID
