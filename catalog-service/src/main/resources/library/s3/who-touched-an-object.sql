-- title: Who touched an object
-- description: >
--   Reads, writes and deletions of the objects below a key of a bucket. Needs data events of S3.
-- category: s3
-- tags: [object, file, key, access, data events]
-- events: [s3.amazonaws.com/GetObject, s3.amazonaws.com/PutObject, s3.amazonaws.com/DeleteObject]
-- attack: [T1530]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was touched
--   - name: bucket
--     type: text
--     default: customer-files
--     maxLength: 255
--     help: Name of the bucket
--   - name: key
--     type: text
--     default: reports/
--     maxLength: 1024
--     help: Key of the object, or how it begins
-- columns:
--   eventTime: When it was touched
--   action: What was done
--   key: Key of the object
--   who: ARN of who did it, or the service
--   address: Where it came from
--   error: Code of the error; empty where it succeeded
-- finding: >
--   Each stranger in the list has had the content, if the read succeeded. Tell whoever owns the
--   data.
-- falseAlarms: Scanners that look for malware or personal data read everything.
SELECT
  eventTime,
  eventName AS action,
  element_at(requestParameters, 'key') AS key,
  coalesce(userIdentity.arn, userIdentity.invokedBy, userIdentity.principalId) AS who,
  sourceIPAddress AS address,
  errorCode AS error
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 's3.amazonaws.com'
  AND element_at(requestParameters, 'bucketName') = {{bucket}}
  AND starts_with(element_at(requestParameters, 'key'), {{key}})
ORDER BY eventTime DESC, eventID
