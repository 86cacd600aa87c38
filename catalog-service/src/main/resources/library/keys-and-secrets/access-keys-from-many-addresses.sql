-- title: Access keys used from many addresses
-- description: >
--   Long-lived keys that were used from several addresses. A key that belongs to one server has
--   one address; a leaked one gets many.
-- category: keys-and-secrets
-- tags: [access key, leak, addresses]
-- events: ["*/*"]
-- attack: [T1078.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it happened
--   - name: least
--     type: integer
--     default: 3
--     min: 2
--     max: 10000
--     help: From how many addresses on a key is shown
-- columns:
--   accessKey: Id of the key
--   who: ARN of its owner
--   addresses: Number of different addresses
--   examples: The addresses in order, at most ten
--   calls: Number of calls
--   failures: How many of them failed
--   last: Time of the latest call
-- finding: >
--   Deactivate a key whose addresses belong to different providers or countries, and have the
--   owner use roles instead.
-- falseAlarms: Calls through a pool of addresses, as some networks and services have them.
SELECT
  userIdentity.accessKeyId AS accessKey,
  userIdentity.arn AS who,
  count(DISTINCT sourceIPAddress) AS addresses,
  slice(array_sort(array_agg(DISTINCT sourceIPAddress)), 1, 10) AS examples,
  count(*) AS calls,
  count(errorCode) AS failures,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND starts_with(userIdentity.accessKeyId, 'AKIA')
  AND TRY_CAST(sourceIPAddress AS ipaddress) IS NOT NULL
GROUP BY userIdentity.accessKeyId, userIdentity.arn
HAVING count(DISTINCT sourceIPAddress) >= {{least}}
ORDER BY addresses DESC, accessKey
