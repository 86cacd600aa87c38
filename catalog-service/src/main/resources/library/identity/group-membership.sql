-- title: Changes of group membership
-- description: >
--   Who was put into a group or taken out of one, in IAM and in the directory of IAM Identity
--   Center.
-- category: identity
-- tags: [iam, group, member, identity center]
-- events: [iam.amazonaws.com/AddUserToGroup, iam.amazonaws.com/RemoveUserFromGroup, sso-directory.amazonaws.com/AddMemberToGroup, sso-directory.amazonaws.com/RemoveMemberFromGroup]
-- attack: [T1098]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the membership changed
--   - name: group
--     type: text
--     required: false
--     maxLength: 200
--     help: Only groups that have this text in their name or id
-- columns:
--   eventTime: When the membership changed
--   change: Name of the event
--   groupName: Name of the group, or its id in the directory
--   member: Name of the user, or the id in the directory
--   who: ARN of who changed it
--   account: Account of the event
-- finding: >
--   For a group with many rights, ask who approved the new member, and take the member out again
--   where nobody did.
-- falseAlarms: Joiners, movers and leavers; a sync from the directory of the company.
SELECT
  eventTime,
  eventName AS change,
  coalesce(element_at(requestParameters, 'groupName'), element_at(requestParameters, 'groupId')) AS groupName,
  coalesce(element_at(requestParameters, 'userName'), json_extract_scalar(element_at(requestParameters, 'member'), '$.memberId')) AS member,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND ((eventSource = 'iam.amazonaws.com' AND eventName IN ('AddUserToGroup', 'RemoveUserFromGroup'))
    OR (eventSource = 'sso-directory.amazonaws.com' AND eventName IN ('AddMemberToGroup', 'RemoveMemberFromGroup')))
  AND errorCode IS NULL
  AND ({{group}} IS NULL
    OR strpos(lower(coalesce(element_at(requestParameters, 'groupName'), element_at(requestParameters, 'groupId'))), lower({{group}})) > 0)
ORDER BY eventTime DESC, eventID
