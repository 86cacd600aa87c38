-- title: Principals that read many secrets
-- description: >
--   Who read how many different secrets of Secrets Manager. A program needs one or two; a thief
--   takes all.
-- category: keys-and-secrets
-- tags: [secrets manager, bulk, exfiltration]
-- events: [secretsmanager.amazonaws.com/GetSecretValue, secretsmanager.amazonaws.com/BatchGetSecretValue]
-- attack: [T1555.006]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the secrets were read
--   - name: least
--     type: integer
--     default: 5
--     min: 2
--     max: 100000
--     help: From how many different secrets on a principal is shown
-- columns:
--   who: ARN of who read them
--   account: Account of the secrets
--   secrets: Number of different secrets
--   names: Names or ARNs of the secrets in order, at most twenty
--   reads: Number of reads
--   denied: How many reads failed
--   last: Time of the latest read
-- finding: >
--   Rotate every secret in the list that the principal had no need of, beginning with those of
--   databases.
-- falseAlarms: Operators that copy secrets into clusters; backup tools.
SELECT
  userIdentity.arn AS who,
  recipientAccountId AS account,
  count(DISTINCT element_at(requestParameters, 'secretId')) AS secrets,
  slice(array_sort(array_agg(DISTINCT element_at(requestParameters, 'secretId'))), 1, 20) AS names,
  count(*) AS reads,
  count(errorCode) AS denied,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'secretsmanager.amazonaws.com'
  AND eventName = 'GetSecretValue'
  AND element_at(requestParameters, 'secretId') IS NOT NULL
GROUP BY userIdentity.arn, recipientAccountId
HAVING count(DISTINCT element_at(requestParameters, 'secretId')) >= {{least}}
ORDER BY secrets DESC, who
