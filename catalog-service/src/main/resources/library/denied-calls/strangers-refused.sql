-- title: Refused calls from strange accounts
-- description: >
--   Principals of other accounts that tried something here and were refused, as seen by the
--   account that owns the resource.
-- category: denied-calls
-- tags: [cross-account, access denied, probe]
-- events: ["*/*"]
-- attack: [T1580]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the call was refused
-- columns:
--   callerAccount: Account of the caller
--   caller: ARN of the caller, else its id
--   account: Account that refused
--   service: Service that was called
--   attempts: Number of refusals
--   actions: What was tried, in order
--   lastTime: Time of the latest one
-- finding: >
--   The accounts that probe several of your customers at once are the ones to block and to
--   report.
-- falseAlarms: A partner whose role was renamed.
SELECT
  userIdentity.accountId AS callerAccount,
  coalesce(userIdentity.arn, userIdentity.principalId) AS caller,
  recipientAccountId AS account,
  eventSource AS service,
  count(*) AS attempts,
  array_sort(array_agg(DISTINCT eventName)) AS actions,
  max(eventTime) AS lastTime
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND errorCode IS NOT NULL
  AND userIdentity.accountId <> recipientAccountId
  AND userIdentity.type IN ('AWSAccount', 'AssumedRole', 'IAMUser')
GROUP BY userIdentity.accountId, coalesce(userIdentity.arn, userIdentity.principalId), recipientAccountId, eventSource
ORDER BY attempts DESC, callerAccount, caller, service
