-- title: Accounts entered through IAM Identity Center
-- description: >
--   Which account and which permission set a person opened from the access portal. Command line
--   users of the portal show here as well.
-- category: sign-in
-- tags: [sso, identity center, portal, federation]
-- events: [sso.amazonaws.com/Federate]
-- attack: [T1078.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the account was entered
--   - name: person
--     type: text
--     required: false
--     maxLength: 200
--     help: Only names that have this text in them
-- columns:
--   eventTime: When the account was entered
--   person: Name of the person in IAM Identity Center, else the id
--   enteredAccount: Account that was entered
--   permissionSet: Name of the permission set
--   address: Address of the person
-- finding: >
--   A permission set with more rights than the task needs, or an account that the person has no
--   business in, should be taken from the assignment.
-- falseAlarms: Browsers reopen the last accounts by themselves in the morning.
SELECT
  eventTime,
  coalesce(userIdentity.userName, element_at(additionalEventData, 'UserName'), userIdentity.onBehalfOf.userId, userIdentity.principalId) AS person,
  element_at(serviceEventDetails, 'account_id') AS enteredAccount,
  element_at(serviceEventDetails, 'role_name') AS permissionSet,
  sourceIPAddress AS address
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'sso.amazonaws.com'
  AND eventName = 'Federate'
  AND errorCode IS NULL
  AND ({{person}} IS NULL
    OR strpos(lower(coalesce(userIdentity.userName, element_at(additionalEventData, 'UserName'), '')), lower({{person}})) > 0)
ORDER BY eventTime DESC, eventID
