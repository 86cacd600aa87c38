-- title: Buckets opened to the public
-- description: >
--   Access lists and policies of buckets that grant something to everybody, or to everybody with
--   an AWS account.
-- category: s3
-- tags: [bucket, public, acl, policy, exposure]
-- events: [s3.amazonaws.com/PutBucketAcl, s3.amazonaws.com/PutBucketPolicy, s3.amazonaws.com/PutObjectAcl]
-- attack: [T1530]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was opened
--   - name: account
--     type: account
--     required: false
--     help: Only this account; all where it is empty
-- columns:
--   eventTime: When it was opened
--   action: Name of the event
--   bucket: Name of the bucket
--   canned: The canned access list that was asked for
--   policy: The policy that was asked for
--   who: ARN of who opened it
--   account: Account of the bucket
-- finding: >
--   Switch on "Block public access", then read the data events of the bucket to see what was
--   fetched.
-- falseAlarms: >
--   Web sites that are meant to be public. A policy with a condition on the organization names
--   everybody, too.
SELECT
  eventTime,
  eventName AS action,
  element_at(requestParameters, 'bucketName') AS bucket,
  element_at(requestParameters, 'x-amz-acl') AS canned,
  element_at(requestParameters, 'bucketPolicy') AS policy,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 's3.amazonaws.com'
  AND errorCode IS NULL
  AND ((eventName IN ('PutBucketAcl', 'PutObjectAcl', 'CreateBucket')
      AND (regexp_like(element_at(requestParameters, 'x-amz-acl'), '^(public-|authenticated-read)')
        OR regexp_like(element_at(requestParameters, 'AccessControlPolicy'), '/groups/global/(AllUsers|AuthenticatedUsers)')))
    OR (eventName = 'PutBucketPolicy'
      AND any_match(
        TRY_CAST(json_extract(element_at(requestParameters, 'bucketPolicy'), '$.Statement') AS array(json)),
        s -> json_extract_scalar(s, '$.Effect') = 'Allow'
          AND (json_extract_scalar(s, '$.Principal') = '*' OR json_extract_scalar(s, '$.Principal.AWS') = '*'))))
  AND ({{account}} IS NULL OR recipientAccountId = {{account}})
ORDER BY eventTime DESC, eventID
