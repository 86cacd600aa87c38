-- title: Replication of buckets to somewhere else
-- description: >
--   Rules that copy new objects of a bucket to another one, with the account and the bucket they
--   go to.
-- category: s3
-- tags: [replication, copy, exfiltration, bucket]
-- events: [s3.amazonaws.com/PutBucketReplication]
-- attack: [T1537]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it was set up
-- columns:
--   eventTime: When it was set up
--   bucket: Name of the bucket
--   targets: ARNs of the buckets that get copies
--   targetAccounts: Accounts that the rules name
--   who: ARN of who set it up
--   account: Account of the bucket
-- finding: Remove the rule if the target is not yours. Copies that were made stay there.
-- falseAlarms: Backups to a second Region.
SELECT
  eventTime,
  element_at(requestParameters, 'bucketName') AS bucket,
  array_distinct(regexp_extract_all(element_at(requestParameters, 'ReplicationConfiguration'), '"Bucket":"(arn:[^"]+)"', 1)) AS targets,
  array_distinct(regexp_extract_all(element_at(requestParameters, 'ReplicationConfiguration'), '"Account":"?([0-9]{12})', 1)) AS targetAccounts,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 's3.amazonaws.com'
  AND eventName = 'PutBucketReplication'
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
