-- title: Calls of a function over time
-- description: >
--   Calls and failures of the functions whose name has a given text, hour by hour, with the
--   number of callers.
-- category: lambda
-- tags: [function, invoke, trend, lambda]
-- events: [lambda.amazonaws.com/Invoke]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the function was called
--   - name: name
--     type: text
--     default: orders-api
--     maxLength: 140
--     help: A part of the name of the function
-- columns:
--   hour: The hour, UTC
--   calls: Number of calls
--   failures: How many of them failed
--   callers: Number of different callers
-- finding: A step up or down tells when something began. Ask for the callers of that hour.
-- falseAlarms: Nightly jobs and the working day give a rhythm.
SELECT
  date_trunc('hour', eventTime) AS hour,
  count(*) AS calls,
  count(errorCode) AS failures,
  count(DISTINCT coalesce(userIdentity.arn, userIdentity.invokedBy)) AS callers
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'lambda.amazonaws.com'
  AND eventName = 'Invoke'
  AND strpos(element_at(requestParameters, 'functionName'), {{name}}) > 0
GROUP BY date_trunc('hour', eventTime)
ORDER BY hour
