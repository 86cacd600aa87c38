-- title: Most frequent errors
-- description: >
--   All codes of errors by service, with how many principals had them. Shows what is broken or
--   throttled.
-- category: denied-calls
-- tags: [errors, throttling, failure, ranking]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the error occurred
--   - name: least
--     type: integer
--     default: 1
--     min: 1
--     max: 1000000
--     help: From how many errors on
-- columns:
--   error: Code of the error
--   service: Service that answered
--   errors: Number of errors
--   principals: Different principals that had it
--   actions: Names of the events, in order, at most ten
--   example: One of the messages, the greatest in the order of letters
--   lastTime: Time of the latest one
-- finding: >
--   Throttling asks for a slower caller, "NoSuch" for a look at a deployment, and denials for
--   the query about those.
-- falseAlarms: Some programs ask whether something exists, and take an error for "no".
SELECT
  errorCode AS error,
  eventSource AS service,
  count(*) AS errors,
  count(DISTINCT coalesce(userIdentity.arn, userIdentity.invokedBy)) AS principals,
  slice(array_sort(array_agg(DISTINCT eventName)), 1, 10) AS actions,
  max(errorMessage) AS example,
  max(eventTime) AS lastTime
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND errorCode IS NOT NULL
GROUP BY errorCode, eventSource
HAVING count(*) >= {{least}}
ORDER BY errors DESC, error, service
