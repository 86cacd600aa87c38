-- title: Changed providers of identities
-- description: >
--   SAML and OpenID Connect providers that were created, changed or removed. Whoever controls a
--   provider can enter every role that trusts it.
-- category: identity
-- tags: [saml, oidc, federation, identity provider]
-- events: [iam.amazonaws.com/CreateSAMLProvider, iam.amazonaws.com/UpdateSAMLProvider, iam.amazonaws.com/CreateOpenIDConnectProvider]
-- attack: [T1484.002]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it happened
-- columns:
--   eventTime: When it was changed
--   change: Name of the event
--   provider: Name, address or ARN of the provider
--   who: ARN of who changed it
--   account: Account of the provider
--   address: Where it came from
-- finding: >
--   Compare the certificate or the thumbprint with what the owner of the provider says. Roll it
--   back where it differs, and look for roles assumed with SAML or web identity since.
-- falseAlarms: Yearly renewal of the signing certificate.
SELECT
  eventTime,
  eventName AS change,
  coalesce(element_at(requestParameters, 'name'), element_at(requestParameters, 'url'), element_at(requestParameters, 'sAMLProviderArn'), element_at(requestParameters, 'openIDConnectProviderArn')) AS provider,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  sourceIPAddress AS address
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'iam.amazonaws.com'
  AND regexp_like(eventName, 'SAMLProvider|OpenIDConnectProvider')
  AND readOnly = false
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
