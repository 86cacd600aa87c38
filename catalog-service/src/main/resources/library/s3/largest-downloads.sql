-- title: Who downloaded most from buckets
-- description: >
--   Bytes and objects that each principal fetched from each bucket. Needs data events of S3.
-- category: s3
-- tags: [download, exfiltration, getobject, data events, bytes]
-- events: [s3.amazonaws.com/GetObject]
-- attack: [T1530]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it was downloaded
--   - name: megabytes
--     type: integer
--     default: 1
--     min: 0
--     max: 100000000
--     help: From how many megabytes on
-- columns:
--   who: ARN of who downloaded
--   bucket: Name of the bucket
--   objects: Number of reads
--   megabytes: Megabytes that went out
--   addresses: Number of different addresses
--   last: Time of the latest read
-- finding: >
--   Compare with the usual amount of this principal. Much more, or from a new address, is how
--   data leaves.
-- falseAlarms: Backups, analytics, and distributions of content.
SELECT
  coalesce(userIdentity.arn, userIdentity.invokedBy, userIdentity.principalId) AS who,
  element_at(requestParameters, 'bucketName') AS bucket,
  count(*) AS objects,
  floor(sum(TRY_CAST(element_at(additionalEventData, 'bytesTransferredOut') AS double)) / 1000000) AS megabytes,
  count(DISTINCT sourceIPAddress) AS addresses,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 's3.amazonaws.com'
  AND eventName = 'GetObject'
  AND errorCode IS NULL
GROUP BY coalesce(userIdentity.arn, userIdentity.invokedBy, userIdentity.principalId), element_at(requestParameters, 'bucketName')
HAVING sum(TRY_CAST(element_at(additionalEventData, 'bytesTransferredOut') AS double)) >= {{megabytes}} * 1000000
ORDER BY megabytes DESC, who, bucket
