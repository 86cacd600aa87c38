-- title: History of a resource
-- description: >
--   All configuration items of one resource in the order of time, by its id, name or ARN. Runs
--   over a store of configuration items.
-- category: config-items
-- tags: [config, history, resource, timeline]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it happened
--   - name: resource
--     type: text
--     default: i-0123456789abcdef0
--     maxLength: 512
--     help: Id, name or ARN of the resource
-- columns:
--   eventTime: When the item was made
--   status: OK, ResourceDiscovered or ResourceDeleted
--   type: Kind of the resource
--   resource: Id of the resource
--   account: Account of the resource
--   region: Region of the resource
--   configuration: The configuration at that time
--   tags: Tags at that time
-- finding: >
--   Compare neighbouring lines to see what was changed, and ask the store of events for who did
--   it in that minute.
-- falseAlarms: Items are also made for changes of relations, with the same configuration.
SELECT
  eventTime,
  eventData.configurationItemStatus AS status,
  eventData.resourceType AS type,
  eventData.resourceId AS resource,
  recipientAccountId AS account,
  awsRegion AS region,
  eventData.configuration AS configuration,
  eventData.tags AS tags
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND {{resource}} IN (eventData.resourceId, eventData.resourceName, eventData.arn)
ORDER BY eventTime, eventID
