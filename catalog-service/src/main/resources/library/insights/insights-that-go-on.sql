-- title: Insights that have not ended
-- description: >
--   Unusual activity that began in the period and has no end yet, the longest first. Reads the
--   store `insight`.
-- category: insights
-- tags: [insights, open, ongoing, anomaly]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it began
-- columns:
--   since: Time of the beginning
--   kind: Kind of the Insight
--   account: Account in which it was noticed
--   region: Region in which it was noticed
--   service: Service that was called
--   action: What was called
--   times: How many times the usual rate; empty where there was none
-- finding: This is happening now. Look at it before what is over.
-- falseAlarms: The end is written some minutes after it.
SELECT
  s.eventTime AS since,
  s.insightType AS kind,
  s.recipientAccountId AS account,
  s.awsRegion AS region,
  s.insightEventSource AS service,
  s.insightEventName AS action,
  round(s.insightContext.insightAverage / nullif(s.insightContext.baselineAverage, 0), 1) AS times
FROM insight s
WHERE s.eventTime >= {{period.start}} AND s.eventTime < {{period.end}}
  AND s.insightState = 'Start'
  AND NOT EXISTS (
    SELECT 1
    FROM insight e
    WHERE e.sharedEventID = s.sharedEventID
      AND e.insightState = 'End'
      AND e.eventTime >= {{period.start}})
ORDER BY since, service, action
