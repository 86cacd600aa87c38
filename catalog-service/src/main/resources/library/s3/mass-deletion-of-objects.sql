-- title: Objects deleted in masses
-- description: >
--   Principals that deleted many objects of a bucket within an hour. Needs data events of S3.
-- category: s3
-- tags: [delete, ransomware, data events, objects]
-- events: [s3.amazonaws.com/DeleteObject, s3.amazonaws.com/DeleteObjects]
-- attack: [T1485]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it was deleted
--   - name: least
--     type: integer
--     default: 100
--     min: 1
--     max: 100000000
--     help: From how many deletions an hour on
-- columns:
--   hour: The hour, UTC
--   who: ARN of who deleted
--   bucket: Name of the bucket
--   deletions: Number of calls; one DeleteObjects may take a thousand objects
--   last: Time of the latest one
-- finding: >
--   Deny the principal everything, then see whether versioning keeps the objects. Look for a
--   note of extortion among the new ones.
-- falseAlarms: Clean-up jobs. Lifecycle rules do not show here.
SELECT
  date_trunc('hour', eventTime) AS hour,
  userIdentity.arn AS who,
  element_at(requestParameters, 'bucketName') AS bucket,
  count(*) AS deletions,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 's3.amazonaws.com'
  AND eventName IN ('DeleteObject', 'DeleteObjects')
  AND errorCode IS NULL
GROUP BY date_trunc('hour', eventTime), userIdentity.arn, element_at(requestParameters, 'bucketName')
HAVING count(*) >= {{least}}
ORDER BY deletions DESC, hour DESC, who, bucket
