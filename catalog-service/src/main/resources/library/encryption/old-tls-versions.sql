-- title: Callers with old versions of TLS
-- description: >
--   Programs that still call AWS with TLS 1.0 or 1.1, by user agent, so that they can be renewed
--   before they are cut off.
-- category: encryption
-- tags: [tls, ssl, deprecated, cipher]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the call was made
--   - name: versions
--     type: list
--     default: [TLSv1, TLSv1.1]
--     help: Versions that count as old
-- columns:
--   tlsVersion: Version of TLS
--   who: ARN of who called
--   userAgent: Program that called
--   service: Service that was called
--   calls: Number of calls
--   last: Time of the latest call
-- finding: Renew the SDK or the operating system of the caller.
-- falseAlarms: There are none; the version is what the connection had.
SELECT
  tlsDetails.tlsVersion AS tlsVersion,
  coalesce(userIdentity.arn, userIdentity.principalId) AS who,
  userAgent,
  eventSource AS service,
  count(*) AS calls,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND tlsDetails.tlsVersion IN ({{versions}})
GROUP BY tlsDetails.tlsVersion, coalesce(userIdentity.arn, userIdentity.principalId), userAgent, eventSource
ORDER BY calls DESC, who, service, userAgent
