-- title: Objects rewritten with the caller's own key
-- description: >
--   Objects that were written with a key that only the caller has (SSE-C). This is how buckets
--   are taken hostage, since AWS cannot decrypt them.
-- category: s3
-- tags: [ransomware, sse-c, encryption, data events]
-- events: [s3.amazonaws.com/CopyObject, s3.amazonaws.com/PutObject]
-- attack: [T1486]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it was written
-- columns:
--   who: ARN of who wrote them
--   bucket: Name of the bucket
--   objects: Number of objects
--   addresses: Where it came from
--   first: Time of the first one
--   last: Time of the last one
-- finding: >
--   Stop the principal now. Restore from versions or backups, and forbid SSE-C by a policy of
--   the bucket.
-- falseAlarms: A few old programs that keep their own keys.
SELECT
  userIdentity.arn AS who,
  element_at(requestParameters, 'bucketName') AS bucket,
  count(DISTINCT element_at(requestParameters, 'key')) AS objects,
  array_sort(array_agg(DISTINCT sourceIPAddress)) AS addresses,
  min(eventTime) AS first,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 's3.amazonaws.com'
  AND eventName IN ('CopyObject', 'PutObject')
  AND errorCode IS NULL
  AND (element_at(requestParameters, 'x-amz-server-side-encryption-customer-algorithm') IS NOT NULL
    OR element_at(additionalEventData, 'SSEApplied') = 'SSE_C')
GROUP BY userIdentity.arn, element_at(requestParameters, 'bucketName')
ORDER BY objects DESC, who, bucket
