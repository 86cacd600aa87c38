-- title: Callers that were throttled
-- description: >
--   Principals that called so fast that AWS refused, hour by hour. Breaks programs, and shows
--   scans.
-- category: denied-calls
-- tags: [throttling, rate exceeded, limit]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it was throttled
--   - name: least
--     type: integer
--     default: 5
--     min: 1
--     max: 1000000
--     help: From how many refusals an hour on
-- columns:
--   hour: The hour, UTC
--   who: ARN of who called, or the service
--   service: Service that refused
--   throttled: Number of refusals
--   actions: What was called, in order
-- finding: Let the program wait longer between attempts, or ask for a higher quota.
-- falseAlarms: A short burst that passes at the second attempt does no harm.
SELECT
  date_trunc('hour', eventTime) AS hour,
  coalesce(userIdentity.arn, userIdentity.invokedBy) AS who,
  eventSource AS service,
  count(*) AS throttled,
  array_sort(array_agg(DISTINCT eventName)) AS actions
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND regexp_like(errorCode, 'Throttl|RequestLimitExceeded|TooManyRequests|SlowDown|RateExceeded')
GROUP BY date_trunc('hour', eventTime), coalesce(userIdentity.arn, userIdentity.invokedBy), eventSource
HAVING count(*) >= {{least}}
ORDER BY throttled DESC, hour DESC, who, service
