-- title: Tables that were read as a whole
-- description: >
--   Scans and statements over whole tables, by principal. Needs data events of DynamoDB. A scan
--   reads everything, also what the caller does not need.
-- category: dynamodb
-- tags: [scan, partiql, exfiltration, data events]
-- events: [dynamodb.amazonaws.com/Scan, dynamodb.amazonaws.com/ExecuteStatement]
-- attack: [T1530]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the table was read
--   - name: least
--     type: integer
--     default: 10
--     min: 1
--     max: 100000000
--     help: From how many scans on
-- columns:
--   who: ARN of who read
--   tableName: Name of the table; empty where a statement names it
--   scans: Number of scans and statements
--   denied: How many of them failed
--   addresses: Where they came from
--   last: Time of the latest one
-- finding: People should not scan tables of customers. Ask what the answer was used for.
-- falseAlarms: Programs with a bad design, exports and caches that are filled.
SELECT
  coalesce(userIdentity.arn, userIdentity.invokedBy) AS who,
  element_at(requestParameters, 'tableName') AS tableName,
  count(*) AS scans,
  count(errorCode) AS denied,
  array_sort(array_agg(DISTINCT sourceIPAddress)) AS addresses,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'dynamodb.amazonaws.com'
  AND eventName IN ('Scan', 'ExecuteStatement', 'BatchExecuteStatement')
GROUP BY coalesce(userIdentity.arn, userIdentity.invokedBy), element_at(requestParameters, 'tableName')
HAVING count(*) >= {{least}}
ORDER BY scans DESC, who, tableName
