-- title: Lambda invocations by caller
-- description: >
--   How often each function was called, and by whom. Calls that failed are not counted. Needs
--   data events of Lambda. What a service of AWS calls by itself has no ARN; there the service
--   is named.
-- category: lambda
-- tags: [function, invoke, caller, usage]
-- events: [lambda.amazonaws.com/Invoke]
-- attack: [T1648]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the function was called
--   - name: function
--     type: function
--     required: false
--     help: Name or ARN of one function; all where it is empty
-- columns:
--   functionName: Name or ARN of the function, as the caller wrote it
--   caller: ARN of the caller
--   service: Service that called by itself
--   calls: Number of calls
--   last: Time of the latest call
-- finding: >
--   A caller that the function does not expect can be kept out by the policy of the function.
-- falseAlarms: Tests from the console are calls, too.
SELECT
  element_at(requestParameters, 'functionName') AS functionName,
  userIdentity.arn AS caller,
  userIdentity.invokedBy AS service,
  count(*) AS calls,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'lambda.amazonaws.com'
  AND eventName = 'Invoke'
  AND errorCode IS NULL
  AND ({{function}} IS NULL
    OR element_at(requestParameters, 'functionName') = {{function}}
    OR ends_with(element_at(requestParameters, 'functionName'), concat(':function:', {{function}})))
GROUP BY element_at(requestParameters, 'functionName'), userIdentity.arn, userIdentity.invokedBy
ORDER BY calls DESC, functionName, caller, service
