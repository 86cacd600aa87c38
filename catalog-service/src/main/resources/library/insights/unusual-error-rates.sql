-- title: Unusual rates of errors
-- description: >
--   Insights about errors that came far more often than in the week before, and what they were
--   attributed to. Reads the store `insight`.
-- category: insights
-- tags: [insights, anomaly, errors, spike]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it began or ended
--   - name: error
--     type: text
--     required: false
--     maxLength: 200
--     help: Only this code of an error
-- columns:
--   eventTime: When it began or ended
--   state: Start or End
--   account: Account in which it was noticed
--   service: Service that was called
--   action: What was called
--   error: Code of the error
--   errorsPerMinute: Errors a minute
--   attributedBy: What the next column is, such as userIdentityArn
--   attributedTo: The most frequent value
-- finding: >
--   An AccessDenied that rises is somebody who looks around or a deployment that took a right
--   away. The last column tells whom to ask.
-- falseAlarms: Services that are out of order for a while.
SELECT
  eventTime,
  insightState AS state,
  recipientAccountId AS account,
  insightEventSource AS service,
  insightEventName AS action,
  insightErrorCode AS error,
  insightContext.insightAverage AS errorsPerMinute,
  insightContext.attributions.attribute AS attributedBy,
  insightContext.attributions.insight.value AS attributedTo
FROM insight
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND insightType = 'ApiErrorRateInsight'
  AND ({{error}} IS NULL OR insightErrorCode = {{error}})
ORDER BY eventTime DESC, eventID
