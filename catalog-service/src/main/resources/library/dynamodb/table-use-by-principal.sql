-- title: Who uses a table
-- description: >
--   Reads, writes and deletions of items in one table for each principal. Needs data events of
--   DynamoDB.
-- category: dynamodb
-- tags: [table, items, usage, data events]
-- events: [dynamodb.amazonaws.com/GetItem, dynamodb.amazonaws.com/Query, dynamodb.amazonaws.com/PutItem, dynamodb.amazonaws.com/UpdateItem, dynamodb.amazonaws.com/DeleteItem]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the table was used
--   - name: tableName
--     type: text
--     default: orders
--     maxLength: 255
--     help: Name of the table
-- columns:
--   who: ARN of who used it
--   reads: Calls that read
--   writes: Calls that wrote or changed
--   deletions: Calls that deleted
--   denied: Calls that failed
--   last: Time of the latest call
-- finding: >
--   A principal beside the programs of the table is the one to ask about, above all where it
--   deleted.
-- falseAlarms: Support people with a tool that reads for them.
SELECT
  coalesce(userIdentity.arn, userIdentity.invokedBy) AS who,
  count_if(eventName IN ('GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems') AND errorCode IS NULL) AS reads,
  count_if(eventName IN ('PutItem', 'UpdateItem', 'BatchWriteItem', 'TransactWriteItems') AND errorCode IS NULL) AS writes,
  count_if(eventName = 'DeleteItem' AND errorCode IS NULL) AS deletions,
  count(errorCode) AS denied,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'dynamodb.amazonaws.com'
  AND managementEvent = false
  AND (element_at(requestParameters, 'tableName') = {{tableName}}
    OR any_match(resources, r -> ends_with(r.arn, concat(':table/', {{tableName}}))))
GROUP BY coalesce(userIdentity.arn, userIdentity.invokedBy)
ORDER BY deletions DESC, writes DESC, reads DESC, who
