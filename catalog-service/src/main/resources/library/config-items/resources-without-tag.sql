-- title: Resources without a tag
-- description: >
--   Resources whose latest configuration item lacks a given tag, by kind and account. Runs over
--   a store of configuration items.
-- category: config-items
-- tags: [config, tag, owner, cost centre, compliance]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the item was made
--   - name: tag
--     type: text
--     default: owner
--     maxLength: 128
--     help: Key of the tag
--   - name: type
--     type: text
--     required: false
--     maxLength: 128
--     help: Only this kind of resource, such as AWS::EC2::Instance
-- columns:
--   type: Kind of the resource
--   resource: Id of the resource
--   name: Name of the resource
--   account: Account of the resource
--   region: Region of the resource
--   since: Time of its latest item
-- finding: Add the tag, or demand it by a policy for tags.
-- falseAlarms: Kinds of resource that cannot be tagged.
SELECT type, resource, name, account, region, since
FROM (
  SELECT
    eventData.resourceType AS type,
    eventData.resourceId AS resource,
    eventData.resourceName AS name,
    recipientAccountId AS account,
    awsRegion AS region,
    eventTime AS since,
    eventData.configurationItemStatus AS status,
    element_at(eventData.tags, {{tag}}) AS tagValue,
    row_number() OVER (PARTITION BY recipientAccountId, awsRegion, eventData.resourceType, eventData.resourceId ORDER BY eventTime DESC, eventID) AS newest
  FROM $EDS_ID
  WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
    AND ({{type}} IS NULL OR eventData.resourceType = {{type}})) i
WHERE newest = 1
  AND status <> 'ResourceDeleted'
  AND tagValue IS NULL
ORDER BY account, type, resource
