-- title: Encrypted parameters that were read
-- description: >
--   Reads of Systems Manager parameters with decryption, by principal and path. Passwords live
--   here as often as in Secrets Manager.
-- category: keys-and-secrets
-- tags: [ssm, parameter store, securestring, password]
-- events: [ssm.amazonaws.com/GetParameter, ssm.amazonaws.com/GetParameters, ssm.amazonaws.com/GetParametersByPath]
-- attack: [T1555.006]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the parameters were read
-- columns:
--   who: ARN of who read them
--   account: Account of the parameters
--   parameter: Name, names or path that was read
--   reads: Number of reads
--   addresses: Where they came from
--   last: Time of the latest read
-- finding: >
--   A path as short as `/` takes everything. Change what is stored below it if the reader is not
--   one you know.
-- falseAlarms: Programs that read their settings at each start.
SELECT
  userIdentity.arn AS who,
  recipientAccountId AS account,
  coalesce(element_at(requestParameters, 'name'), element_at(requestParameters, 'names'), element_at(requestParameters, 'path')) AS parameter,
  count(*) AS reads,
  array_sort(array_agg(DISTINCT sourceIPAddress)) AS addresses,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'ssm.amazonaws.com'
  AND eventName LIKE 'GetParameter%'
  AND element_at(requestParameters, 'withDecryption') = 'true'
  AND errorCode IS NULL
GROUP BY userIdentity.arn, recipientAccountId, coalesce(element_at(requestParameters, 'name'), element_at(requestParameters, 'names'), element_at(requestParameters, 'path'))
ORDER BY reads DESC, who, parameter
