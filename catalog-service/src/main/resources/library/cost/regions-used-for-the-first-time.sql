-- title: Regions used for the first time
-- description: >
--   Regions of an account with changes in the period and none in the time before. Forgotten
--   Regions are where strangers mine.
-- category: cost
-- tags: [region, mining, unused, new]
-- events: ["*/*"]
-- attack: [T1535]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: The time that is looked at
--   - name: before
--     type: time-range
--     default: last 90 days
--     help: The time it is compared with; what lies in the period itself does not count
-- columns:
--   account: The account
--   region: The new Region
--   changes: Changes in the period
--   services: Services that were changed
--   principals: Who made them
--   firstTime: Time of the first one
-- finding: Where it is not planned, forbid the Region by a guard rail and clean it up.
-- falseAlarms: Services that deploy themselves into all Regions.
SELECT
  recipientAccountId AS account,
  awsRegion AS region,
  count(*) AS changes,
  array_sort(array_agg(DISTINCT eventSource)) AS services,
  array_sort(array_agg(DISTINCT coalesce(userIdentity.arn, userIdentity.invokedBy, ''))) AS principals,
  min(eventTime) AS firstTime
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND readOnly = false
  AND errorCode IS NULL
  AND concat(recipientAccountId, ' ', awsRegion) NOT IN (
    SELECT concat(recipientAccountId, ' ', awsRegion)
    FROM $EDS_ID
    WHERE eventTime >= {{before.start}} AND eventTime < least({{before.end}}, {{period.start}})
      AND readOnly = false
      AND recipientAccountId IS NOT NULL
      AND awsRegion IS NOT NULL)
GROUP BY recipientAccountId, awsRegion
ORDER BY firstTime DESC, account, region
