-- title: Roles assumed from other accounts
-- description: >
--   Principals of accounts that are not yours who took on a role in yours. Compare the accounts
--   with your list of partners.
-- category: identity
-- tags: [cross-account, assume role, third party, partner]
-- events: [sts.amazonaws.com/AssumeRole]
-- attack: [T1199]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the role was assumed
--   - name: own
--     type: list
--     of: account
--     default: []
--     help: Accounts that are yours too and are left out
-- columns:
--   callerAccount: Account of the caller
--   caller: ARN of the caller, where the event has it
--   role: ARN of the role that was assumed
--   account: Account of the role
--   times: How often
--   last: Time of the latest one
-- finding: >
--   An account that no contract explains must go from the trust policy of the role. A partner
--   without an external id in the condition is a second reason to write.
-- falseAlarms: >
--   Your own organization's accounts, until you list them; services of providers of monitoring
--   and cost control.
SELECT
  userIdentity.accountId AS callerAccount,
  userIdentity.arn AS caller,
  element_at(requestParameters, 'roleArn') AS role,
  recipientAccountId AS account,
  count(*) AS times,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'sts.amazonaws.com'
  AND eventName = 'AssumeRole'
  AND errorCode IS NULL
  AND userIdentity.accountId <> recipientAccountId
  AND split_part(element_at(requestParameters, 'roleArn'), ':', 5) = recipientAccountId
  AND NOT (userIdentity.accountId IN ({{own}}))
GROUP BY userIdentity.accountId, userIdentity.arn, element_at(requestParameters, 'roleArn'), recipientAccountId
ORDER BY times DESC, callerAccount, caller, role
