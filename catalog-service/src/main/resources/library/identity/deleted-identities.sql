-- title: Users and roles that were deleted
-- description: >
--   Identities that are gone, and who removed them. With the last column one sees whether
--   somebody wiped traces in a row.
-- category: identity
-- tags: [iam, delete, user, role, cleanup]
-- events: [iam.amazonaws.com/DeleteUser, iam.amazonaws.com/DeleteRole, iam.amazonaws.com/DeleteGroup]
-- attack: [T1531]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was deleted
-- columns:
--   who: ARN of who deleted them
--   account: Account they were in
--   names: Names of what was deleted
--   deletions: How many were deleted
--   firstTime: Time of the first deletion
--   lastTime: Time of the last deletion
-- finding: >
--   Look whether one of the names had been created shortly before, which is how traces are
--   wiped, or whether people who need access lost it.
-- falseAlarms: The end of a project and the destruction of a stack.
SELECT
  userIdentity.arn AS who,
  recipientAccountId AS account,
  array_sort(array_agg(DISTINCT coalesce(element_at(requestParameters, 'userName'), element_at(requestParameters, 'roleName'), element_at(requestParameters, 'groupName')))) AS names,
  count(*) AS deletions,
  min(eventTime) AS firstTime,
  max(eventTime) AS lastTime
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'iam.amazonaws.com'
  AND regexp_like(eventName, '^Delete(User|Role|Group)$')
  AND errorCode IS NULL
GROUP BY userIdentity.arn, recipientAccountId
ORDER BY deletions DESC, who
