-- title: Credentials of an instance used from several public addresses
-- description: >
--   The credentials of a machine come from its metadata service and are used from the machine.
--   More than one public address for the same session means that they were carried away.
-- category: keys-and-secrets
-- tags: [instance profile, imds, stolen, ec2]
-- events: ["*/*"]
-- attack: [T1552.005]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it happened
-- columns:
--   instance: Id of the instance, which is the name of the session
--   role: Name of the role of the instance
--   account: Account of the role
--   publicAddresses: The public addresses
--   calls: Calls from public addresses
--   first: Time of the first call
--   last: Time of the last call
-- finding: >
--   Revoke the sessions of the role, stop the instance for later examination, and demand IMDSv2.
-- falseAlarms: >
--   An instance that changed its public address after a stop; outgoing traffic over several NAT
--   gateways.
SELECT
  element_at(split(userIdentity.principalId, ':'), 2) AS instance,
  userIdentity.sessionContext.sessionIssuer.userName AS role,
  recipientAccountId AS account,
  array_sort(array_agg(DISTINCT sourceIPAddress)) AS publicAddresses,
  count(*) AS calls,
  min(eventTime) AS first,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND userIdentity.type = 'AssumedRole'
  AND regexp_like(userIdentity.principalId, ':i-[0-9a-f]+$')
  AND TRY_CAST(sourceIPAddress AS ipaddress) IS NOT NULL
  AND NOT contains('10.0.0.0/8', TRY_CAST(sourceIPAddress AS ipaddress))
  AND NOT contains('172.16.0.0/12', TRY_CAST(sourceIPAddress AS ipaddress))
  AND NOT contains('192.168.0.0/16', TRY_CAST(sourceIPAddress AS ipaddress))
GROUP BY element_at(split(userIdentity.principalId, ':'), 2), userIdentity.sessionContext.sessionIssuer.userName, recipientAccountId
HAVING count(DISTINCT sourceIPAddress) > 1
ORDER BY calls DESC, instance
