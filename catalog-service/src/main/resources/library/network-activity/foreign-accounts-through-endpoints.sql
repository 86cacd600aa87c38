-- title: Foreign accounts that use your VPC endpoints
-- description: >
--   Calls from inside of your network with credentials of other accounts, whether they were let
--   through or not.
-- category: network-activity
-- tags: [vpc endpoint, vpce, foreign credentials, exfiltration]
-- events: ["*/*"]
-- attack: [T1537, T1567.002]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the endpoint was used
--   - name: own
--     type: list
--     of: account
--     default: []
--     help: Accounts that are yours too and are left out
-- columns:
--   callerAccount: Account of the caller
--   endpoint: Id of the endpoint
--   addresses: Machines from which it came
--   services: Services that were called
--   passed: Calls that were let through
--   refused: Calls that were refused
--   firstTime: Time of the first call
--   lastTime: Time of the last call
-- finding: Write a policy for the endpoint that lets your organization's principals through only.
-- falseAlarms: Shared networks, whose members are accounts of your own; list them.
SELECT
  userIdentity.accountId AS callerAccount,
  vpcEndpointId AS endpoint,
  array_sort(array_agg(DISTINCT sourceIPAddress)) AS addresses,
  array_sort(array_agg(DISTINCT eventSource)) AS services,
  count_if(errorCode IS NULL) AS passed,
  count(errorCode) AS refused,
  min(eventTime) AS firstTime,
  max(eventTime) AS lastTime
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventCategory = 'NetworkActivity'
  AND userIdentity.accountId <> vpcEndpointAccountId
  AND NOT (userIdentity.accountId IN ({{own}}))
GROUP BY userIdentity.accountId, vpcEndpointId
ORDER BY passed DESC, callerAccount, endpoint
