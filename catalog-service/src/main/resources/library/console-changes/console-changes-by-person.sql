-- title: Who changes most in the console
-- description: >
--   Number of changes in the browser for each person and service, with the days on which they
--   worked.
-- category: console-changes
-- tags: [clickops, ranking, manual, people]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it happened
--   - name: least
--     type: integer
--     default: 1
--     min: 1
--     max: 1000000
--     help: From how many changes on
-- columns:
--   who: Name of the session or of the user
--   account: Account in which it was changed
--   service: Service that was changed
--   changes: Number of changes that succeeded
--   refused: Number of changes that were refused
--   days: Number of different days
--   actions: Different actions, in order
-- finding: Talk with those on top about code, or about a role with fewer rights.
-- falseAlarms: One page of the console makes several calls.
SELECT
  element_at(split(userIdentity.arn, '/'), -1) AS who,
  recipientAccountId AS account,
  eventSource AS service,
  count_if(errorCode IS NULL) AS changes,
  count(errorCode) AS refused,
  count(DISTINCT date(eventTime)) AS days,
  array_sort(array_agg(DISTINCT eventName)) AS actions
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND sessionCredentialFromConsole = 'true'
  AND readOnly = false
GROUP BY element_at(split(userIdentity.arn, '/'), -1), recipientAccountId, eventSource
HAVING count_if(errorCode IS NULL) >= {{least}}
ORDER BY changes DESC, who, account, service
