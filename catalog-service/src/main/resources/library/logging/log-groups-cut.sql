-- title: Log groups that were deleted or shortened
-- description: >
--   Logs of CloudWatch that were deleted, or are kept for fewer days than asked for here.
-- category: logging
-- tags: [cloudwatch logs, log group, retention, evasion]
-- events: [logs.amazonaws.com/DeleteLogGroup, logs.amazonaws.com/DeleteLogStream, logs.amazonaws.com/PutRetentionPolicy]
-- attack: [T1070, T1562.008]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was cut
--   - name: leastDays
--     type: integer
--     default: 30
--     min: 1
--     max: 3653
--     help: Retention of fewer days than this is shown
-- columns:
--   eventTime: When it was cut
--   action: Name of the event
--   logGroup: Name of the log group
--   days: For how many days logs are kept from now on
--   who: ARN of who did it
--   account: Account of the log group
-- finding: Deleted logs cannot be restored. See whether a subscription had copied them elsewhere.
-- falseAlarms: Functions and stacks that are deleted take their log groups along.
SELECT
  eventTime,
  eventName AS action,
  element_at(requestParameters, 'logGroupName') AS logGroup,
  TRY_CAST(element_at(requestParameters, 'retentionInDays') AS bigint) AS days,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'logs.amazonaws.com'
  AND errorCode IS NULL
  AND (eventName IN ('DeleteLogGroup', 'DeleteLogStream')
    OR (eventName = 'PutRetentionPolicy' AND TRY_CAST(element_at(requestParameters, 'retentionInDays') AS bigint) < {{leastDays}}))
ORDER BY eventTime DESC, eventID
