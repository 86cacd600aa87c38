-- title: Services that the sessions of a role use
-- description: >
--   How often sessions of a role called which action, and when last. Shows what a role really
--   needs, and so what can be taken from its policy.
-- category: identity
-- tags: [role, least privilege, usage, actions]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it happened
--   - name: role
--     type: text
--     default: Administrator
--     maxLength: 128
--     help: Name of the role, without its path
-- columns:
--   service: Service that was called
--   action: What was called
--   calls: Number of calls
--   failures: How many of them failed
--   sessions: Different sessions that called it
--   last: Time of the latest call
-- finding: >
--   Actions nobody expects of this role are where to look. Actions that never show can go from
--   its policy.
-- falseAlarms: Rare tasks, such as a yearly restore, do not show in a month.
SELECT
  eventSource AS service,
  eventName AS action,
  count(*) AS calls,
  count(errorCode) AS failures,
  count(DISTINCT userIdentity.principalId) AS sessions,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND userIdentity.type = 'AssumedRole'
  AND userIdentity.sessionContext.sessionIssuer.userName = {{role}}
GROUP BY eventSource, eventName
ORDER BY calls DESC, service, action
