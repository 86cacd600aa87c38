-- title: Public access blocks that were weakened
-- description: >
--   The safety catch of a bucket or of a whole account was removed, or one of its four switches
--   put off.
-- category: s3
-- tags: [block public access, bucket, account]
-- events: [s3.amazonaws.com/PutBucketPublicAccessBlock, s3.amazonaws.com/DeleteBucketPublicAccessBlock, s3.amazonaws.com/PutAccountPublicAccessBlock, s3.amazonaws.com/DeleteAccountPublicAccessBlock]
-- attack: [T1562]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was weakened
-- columns:
--   eventTime: When it was weakened
--   action: Name of the event
--   bucket: Name of the bucket; empty for the whole account
--   blockPolicies: Whether public policies are still refused
--   blockLists: Whether public access lists are still refused
--   who: ARN of who did it
--   account: Account of the bucket
-- finding: Switch all four on again. Where it was done for the account, look at all buckets.
-- falseAlarms: A bucket that serves a web site.
SELECT
  eventTime,
  eventName AS action,
  element_at(requestParameters, 'bucketName') AS bucket,
  json_extract_scalar(element_at(requestParameters, 'PublicAccessBlockConfiguration'), '$.BlockPublicPolicy') AS blockPolicies,
  json_extract_scalar(element_at(requestParameters, 'PublicAccessBlockConfiguration'), '$.BlockPublicAcls') AS blockLists,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventName IN ('PutBucketPublicAccessBlock', 'DeleteBucketPublicAccessBlock', 'PutAccountPublicAccessBlock', 'DeleteAccountPublicAccessBlock')
  AND errorCode IS NULL
  AND (eventName LIKE 'Delete%' OR element_at(requestParameters, 'PublicAccessBlockConfiguration') LIKE '%false%')
ORDER BY eventTime DESC, eventID
