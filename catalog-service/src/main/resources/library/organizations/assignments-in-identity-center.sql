-- title: Access given in IAM Identity Center
-- description: >
--   Assignments of people and groups to accounts, and changes of permission sets.
-- category: organizations
-- tags: [sso, identity center, permission set, assignment]
-- events: [sso.amazonaws.com/CreateAccountAssignment, sso.amazonaws.com/DeleteAccountAssignment, sso.amazonaws.com/PutInlinePolicyToPermissionSet, sso.amazonaws.com/AttachManagedPolicyToPermissionSet]
-- attack: [T1098.003]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When access was given
-- columns:
--   eventTime: When access was given
--   action: Name of the event
--   receiver: Kind and id of the person or group
--   targetAccount: Account that can be entered
--   permissionSet: ARN of the permission set
--   policy: Policy that was put into the permission set
--   who: ARN of who did it
-- finding: >
--   Compare with the request for access. Sessions that are open stay open for hours after an
--   assignment is deleted.
-- falseAlarms: Tools for temporary access assign and delete all day.
SELECT
  eventTime,
  eventName AS action,
  concat_ws(' ', element_at(requestParameters, 'principalType'), element_at(requestParameters, 'principalId')) AS receiver,
  element_at(requestParameters, 'targetId') AS targetAccount,
  element_at(requestParameters, 'permissionSetArn') AS permissionSet,
  coalesce(element_at(requestParameters, 'managedPolicyArn'), element_at(requestParameters, 'inlinePolicy')) AS policy,
  userIdentity.arn AS who
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'sso.amazonaws.com'
  AND (eventName LIKE '%AccountAssignment' OR eventName LIKE '%PermissionSet')
  AND readOnly = false
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
