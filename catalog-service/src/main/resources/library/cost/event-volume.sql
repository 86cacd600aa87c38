-- title: Which events fill the store
-- description: >
--   Number of events by account, service and kind, with the part of all. Tells what to exclude
--   when the amount of events costs too much.
-- category: cost
-- tags: [volume, ingestion, bill, noise]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: The time that is counted
--   - name: least
--     type: integer
--     default: 1
--     min: 1
--     max: 1000000000
--     help: From how many events on
-- columns:
--   account: The account
--   service: Service that was called
--   category: Management, Data or NetworkActivity
--   events: Number of events
--   percent: Part of all events of the period
--   reads: How many of them only read
-- finding: >
--   Reads of one noisy program are the first to narrow; exclude them by selectors, not by
--   switching off the category.
-- falseAlarms: A quiet store makes every service look large.
SELECT
  recipientAccountId AS account,
  eventSource AS service,
  eventCategory AS category,
  count(*) AS events,
  round(count(*) * 1e2 / sum(count(*)) OVER (), 2) AS percent,
  count_if(readOnly) AS reads
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
GROUP BY recipientAccountId, eventSource, eventCategory
HAVING count(*) >= {{least}}
ORDER BY events DESC, account, service, category
