-- title: Buckets whose versions are no longer kept
-- description: >
--   Versioning that was suspended, and lifecycle rules that end versions or objects after few
--   days. Both come before a deletion that cannot be undone.
-- category: s3
-- tags: [versioning, lifecycle, bucket, retention]
-- events: [s3.amazonaws.com/PutBucketVersioning, s3.amazonaws.com/PutBucketLifecycle]
-- attack: [T1490, T1485.001]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was changed
--   - name: days
--     type: integer
--     default: 7
--     min: 1
--     max: 3650
--     help: Lifecycle rules that end something within so many days are shown
-- columns:
--   eventTime: When it was changed
--   change: PutBucketVersioning or PutBucketLifecycle
--   bucket: Name of the bucket
--   days: Days after which a rule ends something
--   who: ARN of who changed it
--   account: Account of the bucket
-- finding: >
--   Switch versioning on again, remove the rule, and find out what else this principal did in
--   the hour before.
-- falseAlarms: Buckets of logs and of temporary files have short rules for good reason.
SELECT
  eventTime,
  eventName AS change,
  element_at(requestParameters, 'bucketName') AS bucket,
  TRY_CAST(regexp_extract(element_at(requestParameters, 'LifecycleConfiguration'), '"(Noncurrent)?Days":"?([0-9]+)', 2) AS bigint) AS days,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 's3.amazonaws.com'
  AND errorCode IS NULL
  AND ((eventName = 'PutBucketVersioning'
      AND json_extract_scalar(element_at(requestParameters, 'VersioningConfiguration'), '$.Status') = 'Suspended')
    OR (eventName = 'PutBucketLifecycle'
      AND TRY_CAST(regexp_extract(element_at(requestParameters, 'LifecycleConfiguration'), '"(Noncurrent)?Days":"?([0-9]+)', 2) AS bigint) <= {{days}}))
ORDER BY eventTime DESC, eventID
