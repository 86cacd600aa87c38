-- title: Activity from an address or network
-- description: >
--   Who did what from one IP address or from a network, over all accounts. For an address out of
--   an alarm or a report.
-- category: identity
-- tags: [ip, address, network, cidr, indicator]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it happened
--   - name: network
--     type: cidr
--     default: "203.0.113.0/24"
--     help: An IP address or a network such as 198.51.100.0/24
-- columns:
--   address: The address in the network
--   who: ARN of who acted, or the name of the service
--   account: Account in which it was done
--   calls: Number of calls
--   failures: How many of them failed
--   services: Services that were called
--   first: Time of the first call
--   last: Time of the last call
-- finding: >
--   Each principal in the list is to be asked about, and all that it did in that time belongs to
--   the case.
-- falseAlarms: Addresses of offices and of providers are shared by many.
SELECT
  sourceIPAddress AS address,
  coalesce(userIdentity.arn, userIdentity.invokedBy, userIdentity.principalId) AS who,
  recipientAccountId AS account,
  count(*) AS calls,
  count(errorCode) AS failures,
  array_sort(array_agg(DISTINCT eventSource)) AS services,
  min(eventTime) AS first,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND contains({{network}}, TRY_CAST(sourceIPAddress AS ipaddress))
GROUP BY sourceIPAddress, coalesce(userIdentity.arn, userIdentity.invokedBy, userIdentity.principalId), recipientAccountId
ORDER BY calls DESC, address, who
