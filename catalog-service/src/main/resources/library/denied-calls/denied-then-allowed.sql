-- title: First denied, then allowed
-- description: >
--   Principals that were denied an action and later could do it. Between the two somebody gave
--   them the right, or they took it.
-- category: denied-calls
-- tags: [escalation, access denied, permission]
-- events: ["*/*"]
-- attack: [T1548.005]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it happened
--   - name: hours
--     type: integer
--     default: 24
--     min: 1
--     max: 720
--     help: How many hours may lie between the two
-- columns:
--   who: ARN of the principal
--   service: Service that was called
--   action: What was called
--   account: Account in which it was called
--   denied: Time of the first refusal
--   allowed: Time of the first success after it
-- finding: >
--   Look for changes of policies between the two times with "Identities that changed their own
--   rights" and its neighbours.
-- falseAlarms: A person asks for a right and gets it, as it should be.
SELECT
  d.userIdentity.arn AS who,
  d.eventSource AS service,
  d.eventName AS action,
  d.recipientAccountId AS account,
  min(d.eventTime) AS denied,
  min(a.eventTime) AS allowed
FROM $EDS_ID d
JOIN $EDS_ID a
  ON a.userIdentity.arn = d.userIdentity.arn
  AND a.eventSource = d.eventSource
  AND a.eventName = d.eventName
  AND a.recipientAccountId = d.recipientAccountId
  AND a.eventTime > d.eventTime
  AND a.eventTime <= date_add('hour', {{hours}}, d.eventTime)
WHERE d.eventTime >= {{period.start}} AND d.eventTime < {{period.end}}
  AND a.eventTime >= {{period.start}} AND a.eventTime < date_add('hour', {{hours}}, {{period.end}})
  AND regexp_like(d.errorCode, 'AccessDenied|UnauthorizedOperation')
  AND a.errorCode IS NULL
  AND d.readOnly = false
GROUP BY d.userIdentity.arn, d.eventSource, d.eventName, d.recipientAccountId
ORDER BY allowed DESC, who, service, action
