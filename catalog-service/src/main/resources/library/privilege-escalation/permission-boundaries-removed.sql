-- title: Permission boundaries that were removed
-- description: >
--   A boundary keeps an identity from ever having more than it says. Here it was taken off or
--   replaced.
-- category: privilege-escalation
-- tags: [boundary, guard rail, iam]
-- events: [iam.amazonaws.com/DeleteUserPermissionsBoundary, iam.amazonaws.com/DeleteRolePermissionsBoundary, iam.amazonaws.com/PutUserPermissionsBoundary, iam.amazonaws.com/PutRolePermissionsBoundary]
-- attack: [T1562]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the boundary changed
-- columns:
--   eventTime: When the boundary changed
--   identity: Name of the user or role
--   boundary: ARN of the new boundary; empty where there is none any more
--   who: ARN of who did it
--   account: Account of the identity
-- finding: Put the boundary back and look at the policies that the identity got since.
-- falseAlarms: A roll-out of a new boundary shows as many replacements by one pipeline.
SELECT
  eventTime,
  coalesce(element_at(requestParameters, 'userName'), element_at(requestParameters, 'roleName')) AS identity,
  element_at(requestParameters, 'permissionsBoundary') AS boundary,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'iam.amazonaws.com'
  AND eventName LIKE '%PermissionsBoundary'
  AND errorCode IS NULL
ORDER BY boundary NULLS FIRST, eventTime DESC, eventID
