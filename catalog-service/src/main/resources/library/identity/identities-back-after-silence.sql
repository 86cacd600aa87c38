-- title: Identities that are back after a long silence
-- description: >
--   Users and roles that acted in the period, had acted before, and were silent in the time
--   between. Forgotten access keys come back this way.
-- category: identity
-- tags: [dormant, unused, stale, access key]
-- events: ["*/*"]
-- attack: [T1078.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: The time in which the identity is back
--   - name: before
--     type: time-range
--     default: last 400 days
--     help: How far back an earlier act is looked for; its end does not count
--   - name: silence
--     type: integer
--     default: 60
--     min: 7
--     max: 3000
--     help: For how many days before the period it must have been silent
-- columns:
--   identity: ARN of the user or of the role
--   account: Account of the identity
--   lastBefore: Latest act before the silence
--   firstNow: First act in the period
--   callsNow: Calls in the period
-- finding: >
--   Ask the owner. Remove the identity where there is none any more; that it was used again
--   makes it urgent.
-- falseAlarms: Tasks that run once a quarter or once a year.
SELECT
  coalesce(userIdentity.sessionContext.sessionIssuer.arn, userIdentity.arn) AS identity,
  recipientAccountId AS account,
  max(eventTime) FILTER (WHERE eventTime < {{period.start}}) AS lastBefore,
  min(eventTime) FILTER (WHERE eventTime >= {{period.start}}) AS firstNow,
  count_if(eventTime >= {{period.start}}) AS callsNow
FROM $EDS_ID
WHERE eventTime >= {{before.start}} AND eventTime < {{period.end}}
  AND userIdentity.arn IS NOT NULL
  AND userIdentity.invokedBy IS NULL
GROUP BY coalesce(userIdentity.sessionContext.sessionIssuer.arn, userIdentity.arn), recipientAccountId
HAVING count_if(eventTime >= {{period.start}}) > 0
  AND max(eventTime) FILTER (WHERE eventTime < {{period.start}}) < date_add('day', -{{silence}}, {{period.start}})
ORDER BY lastBefore, identity
