-- title: Tables exported to buckets
-- description: >
--   Exports of tables to S3, with the bucket and its owner. No right on the items is needed for
--   it.
-- category: dynamodb
-- tags: [export, s3, exfiltration, table]
-- events: [dynamodb.amazonaws.com/ExportTableToPointInTime]
-- attack: [T1530, T1537]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When the table was exported
-- columns:
--   eventTime: When the table was exported
--   tableArn: ARN of the table
--   bucket: Name of the bucket
--   bucketOwner: Account of the bucket, where the request names it
--   foreignOwner: Whether that is another account
--   who: ARN of who exported
--   account: Account of the table
-- finding: See who can read the bucket, and delete an export that nobody ordered.
-- falseAlarms: Nightly loads of the warehouse.
SELECT
  eventTime,
  element_at(requestParameters, 'tableArn') AS tableArn,
  element_at(requestParameters, 's3Bucket') AS bucket,
  element_at(requestParameters, 's3BucketOwner') AS bucketOwner,
  coalesce(element_at(requestParameters, 's3BucketOwner') <> recipientAccountId, false) AS foreignOwner,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'dynamodb.amazonaws.com'
  AND eventName = 'ExportTableToPointInTime'
  AND errorCode IS NULL
ORDER BY foreignOwner DESC, eventTime DESC, eventID
