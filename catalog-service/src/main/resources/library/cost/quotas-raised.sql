-- title: Requests for higher quotas
-- description: >
--   Who asked for more of what. A stranger who wants large machines asks for a higher quota
--   first.
-- category: cost
-- tags: [quota, limit, increase, bill]
-- events: [servicequotas.amazonaws.com/RequestServiceQuotaIncrease]
-- attack: [T1496, T1578.005]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it was asked for
-- columns:
--   eventTime: When it was asked for
--   serviceCode: Service whose quota it is
--   quota: Code of the quota
--   wanted: Value that was asked for
--   who: ARN of who asked
--   account: Account of the quota
--   region: Region of the quota
-- finding: >
--   Ask for the project behind it. Withdraw the request with AWS Support where there is none.
-- falseAlarms: Growth.
SELECT
  eventTime,
  element_at(requestParameters, 'serviceCode') AS serviceCode,
  element_at(requestParameters, 'quotaCode') AS quota,
  TRY_CAST(element_at(requestParameters, 'desiredValue') AS double) AS wanted,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'servicequotas.amazonaws.com'
  AND eventName = 'RequestServiceQuotaIncrease'
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
