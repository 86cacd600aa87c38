-- title: Alarms that were switched off
-- description: >
--   Alarms of CloudWatch and rules of EventBridge that were disabled or deleted, so that nobody
--   is told any more.
-- category: logging
-- tags: [cloudwatch, alarm, eventbridge, evasion]
-- events: [monitoring.amazonaws.com/DisableAlarmActions, monitoring.amazonaws.com/DeleteAlarms, events.amazonaws.com/DisableRule, events.amazonaws.com/DeleteRule]
-- attack: [T1562.006]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was switched off
-- columns:
--   who: ARN of who did it
--   account: Account in which it was done
--   action: Name of the event
--   times: How often
--   subjects: Names of the alarms or rules, at most twenty calls
--   last: Time of the latest one
-- finding: Enable them again; compare the list with the one in your code.
-- falseAlarms: Maintenance windows; stacks that are destroyed.
SELECT
  userIdentity.arn AS who,
  recipientAccountId AS account,
  eventName AS action,
  count(*) AS times,
  slice(array_sort(array_agg(DISTINCT coalesce(element_at(requestParameters, 'alarmNames'), element_at(requestParameters, 'name'), ''))), 1, 20) AS subjects,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource IN ('monitoring.amazonaws.com', 'events.amazonaws.com')
  AND eventName IN ('DisableAlarmActions', 'DeleteAlarms', 'DisableRule', 'DeleteRule')
  AND errorCode IS NULL
GROUP BY userIdentity.arn, recipientAccountId, eventName
ORDER BY times DESC, who, action
