-- title: Encryption by default that was switched off
-- description: >
--   Encryption by default of new volumes or of a bucket that was taken away. What is written
--   later lies there in the clear, or with a key of AWS.
-- category: encryption
-- tags: [ebs, s3, default encryption]
-- events: [ec2.amazonaws.com/DisableEbsEncryptionByDefault, s3.amazonaws.com/DeleteBucketEncryption]
-- attack: [T1562]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it was switched off
-- columns:
--   eventTime: When it was switched off
--   what: Volumes of the Region, or name of the bucket
--   who: ARN of who did it
--   account: Account in which it was done
--   region: Region in which it was done
-- finding: Switch it on again and look for volumes that were made in between.
-- falseAlarms: A bucket that gets other settings is at times first set back.
SELECT
  eventTime,
  coalesce(element_at(requestParameters, 'bucketName'), 'volumes') AS what,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND ((eventSource = 'ec2.amazonaws.com' AND eventName = 'DisableEbsEncryptionByDefault')
    OR (eventSource = 's3.amazonaws.com' AND eventName = 'DeleteBucketEncryption'))
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
