-- title: Who decrypts with which key
-- description: >
--   Number of decryptions and data keys for each principal and key. Shows who reads encrypted
--   data, also where there are no data events.
-- category: encryption
-- tags: [kms, decrypt, data key, usage]
-- events: [kms.amazonaws.com/Decrypt, kms.amazonaws.com/GenerateDataKey]
-- attack: [T1530]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it was decrypted
--   - name: least
--     type: integer
--     default: 1
--     min: 1
--     max: 1000000000
--     help: From how many calls on
-- columns:
--   who: ARN of who decrypted, or the service
--   keyArn: ARN of the key
--   decryptions: Calls of Decrypt
--   dataKeys: Calls of GenerateDataKey
--   denied: Calls that failed
--   last: Time of the latest call
-- finding: >
--   A principal that does not belong to the program of the key reads its data by another way.
-- falseAlarms: >
--   S3 and databases decrypt in the name of the user; "invokedBy" in the event names them.
SELECT
  coalesce(userIdentity.arn, userIdentity.invokedBy) AS who,
  element_at(resources, 1).arn AS keyArn,
  count_if(eventName = 'Decrypt') AS decryptions,
  count_if(eventName LIKE 'GenerateDataKey%') AS dataKeys,
  count(errorCode) AS denied,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'kms.amazonaws.com'
  AND (eventName = 'Decrypt' OR eventName LIKE 'GenerateDataKey%')
GROUP BY coalesce(userIdentity.arn, userIdentity.invokedBy), element_at(resources, 1).arn
HAVING count(*) >= {{least}}
ORDER BY decryptions DESC, dataKeys DESC, who, keyArn
