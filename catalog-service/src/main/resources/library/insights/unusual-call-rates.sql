-- title: Unusual rates of calls
-- description: >
--   Insights about actions that were called far more, or less, often than in the week before,
--   with their whole duration. Reads the store `insight`.
-- category: insights
-- tags: [insights, anomaly, rate, spike]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it began or ended
-- columns:
--   startTime: Time of the beginning, where the period has it
--   endTime: Time of the end; empty while it goes on
--   account: Account in which it was noticed
--   region: Region in which it was noticed
--   service: Service that was called
--   action: What was called
--   callsPerMinute: Calls a minute while it lasted
--   usualPerMinute: Calls a minute in the week before
-- finding: Ask who called the action in that time, and what began then.
-- falseAlarms: Releases, load tests, and the first use of a service.
SELECT
  min(eventTime) FILTER (WHERE insightState = 'Start') AS startTime,
  max(eventTime) FILTER (WHERE insightState = 'End') AS endTime,
  recipientAccountId AS account,
  awsRegion AS region,
  insightEventSource AS service,
  insightEventName AS action,
  max(insightContext.insightAverage) AS callsPerMinute,
  max(insightContext.baselineAverage) AS usualPerMinute
FROM insight
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND insightType = 'ApiCallRateInsight'
GROUP BY sharedEventID, recipientAccountId, awsRegion, insightEventSource, insightEventName
ORDER BY startTime DESC NULLS LAST, service, action
