-- title: Calls by function URL
-- description: >
--   Calls of functions by their own web address, by address and caller. A URL without
--   authentication has anonymous callers.
-- category: lambda
-- tags: [function url, http, public, lambda]
-- events: [lambda.amazonaws.com/InvokeFunctionUrl]
-- attack: [T1190]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the URL was called
-- columns:
--   functionArn: ARN of the function
--   caller: ARN of the caller; empty for strangers
--   address: Where the call came from
--   calls: Number of calls
--   failures: How many of them failed
--   first: Time of the first call
--   last: Time of the last call
-- finding: >
--   Ask for authentication by IAM where the callers are programs of yours, or put a distribution
--   with a web firewall before it.
-- falseAlarms: Search engines and scanners call every address once.
SELECT
  coalesce(element_at(resources, 1).arn, element_at(requestParameters, 'functionName')) AS functionArn,
  userIdentity.arn AS caller,
  sourceIPAddress AS address,
  count(*) AS calls,
  count(errorCode) AS failures,
  min(eventTime) AS first,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'lambda.amazonaws.com'
  AND eventName = 'InvokeFunctionUrl'
GROUP BY coalesce(element_at(resources, 1).arn, element_at(requestParameters, 'functionName')), userIdentity.arn, sourceIPAddress
ORDER BY calls DESC, functionArn, address
