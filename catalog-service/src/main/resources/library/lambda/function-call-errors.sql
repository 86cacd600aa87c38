-- title: Failed calls of functions
-- description: >
--   Calls of Lambda functions that failed, by function and error. Errors inside of the function
--   do not show here; those are in its own log.
-- category: lambda
-- tags: [function, errors, throttling, lambda]
-- events: [lambda.amazonaws.com/Invoke]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the call failed
-- columns:
--   functionName: Name or ARN of the function
--   error: Code of the error
--   failures: Number of failed calls
--   calls: Number of all calls of the function
--   percent: Part of the failed calls
--   callers: Different callers that failed
--   last: Time of the latest failure
-- finding: >
--   TooManyRequestsException asks for more concurrency, AccessDeniedException for a look at the
--   caller, and codes of KMS or EC2 for a look at the function's settings.
-- falseAlarms: Retries count each time.
SELECT
  functionName,
  error,
  count(*) AS failures,
  max(callsOfFunction) AS calls,
  round(count(*) * 1e2 / max(callsOfFunction), 1) AS percent,
  count(DISTINCT caller) AS callers,
  max(eventTime) AS last
FROM (
  SELECT
    element_at(requestParameters, 'functionName') AS functionName,
    errorCode AS error,
    coalesce(userIdentity.arn, userIdentity.invokedBy) AS caller,
    eventTime,
    count(*) OVER (PARTITION BY element_at(requestParameters, 'functionName')) AS callsOfFunction
  FROM $EDS_ID
  WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
    AND eventSource = 'lambda.amazonaws.com'
    AND eventName = 'Invoke') c
WHERE error IS NOT NULL
GROUP BY functionName, error
ORDER BY failures DESC, functionName, error
