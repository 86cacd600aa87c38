-- title: Accounts that fell silent
-- description: >
--   Accounts that sent events before the period and none, or far fewer, in it. Either nobody
--   works there, or logging is broken.
-- category: logging
-- tags: [completeness, gap, account, coverage]
-- events: ["*/*"]
-- attack: [T1562.008]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: The time that is looked at
--   - name: before
--     type: time-range
--     default: last 30 days
--     help: The time it is compared with; what lies in the period itself does not count
--   - name: percent
--     type: integer
--     default: 5
--     min: 0
--     max: 100
--     help: Accounts with at most so many percent of their usual events a day are shown
-- columns:
--   account: The account
--   perDayBefore: Events a day before
--   perDayNow: Events a day in the period
--   lastEvent: Time of its latest event
-- finding: >
--   Look at the trail of the account, the policy of its bucket, and the delivery to this store.
-- falseAlarms: Accounts that were closed; projects that ended.
SELECT
  recipientAccountId AS account,
  round(count_if(eventTime < {{period.start}}) / greatest(to_unixtime({{period.start}}) - to_unixtime({{before.start}}), 1e0) * 86400, 1) AS perDayBefore,
  round(count_if(eventTime >= {{period.start}}) / greatest(to_unixtime({{period.end}}) - to_unixtime({{period.start}}), 1e0) * 86400, 1) AS perDayNow,
  max(eventTime) AS lastEvent
FROM $EDS_ID
WHERE eventTime >= {{before.start}} AND eventTime < {{period.end}}
GROUP BY recipientAccountId
HAVING count_if(eventTime < {{period.start}}) > 0
  AND count_if(eventTime >= {{period.start}}) / greatest(to_unixtime({{period.end}}) - to_unixtime({{period.start}}), 1e0) * 100
    <= {{percent}} * count_if(eventTime < {{period.start}}) / greatest(to_unixtime({{period.start}}) - to_unixtime({{before.start}}), 1e0)
ORDER BY perDayBefore DESC, account
