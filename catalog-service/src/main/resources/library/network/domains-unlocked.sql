-- title: Domains that were unlocked or moved
-- description: >
--   Switching off the transfer lock is the first step in moving a domain to somebody else. The
--   names of these events begin in lower case at times.
-- category: network
-- tags: [domain, registrar, transfer lock, route 53]
-- events: [route53domains.amazonaws.com/DisableDomainTransferLock, route53domains.amazonaws.com/TransferDomainToAnotherAwsAccount, route53domains.amazonaws.com/RetrieveDomainAuthCode]
-- attack: [T1584.001]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it happened
-- columns:
--   eventTime: When it was done
--   action: Name of the event
--   domain: Name of the domain
--   who: ARN of who did it
--   account: Account of the domain
--   address: Where it came from
-- finding: >
--   Lock the domain again and change the password of the account at once, if nobody planned to
--   move it.
-- falseAlarms: A planned change of the registrar.
SELECT
  eventTime,
  eventName AS action,
  coalesce(json_extract_scalar(element_at(requestParameters, 'domainName'), '$.name'), element_at(requestParameters, 'domainName')) AS domain,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  sourceIPAddress AS address
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'route53domains.amazonaws.com'
  AND lower(eventName) IN ('disabledomaintransferlock', 'transferdomaintoanotherawsaccount', 'retrievedomainauthcode', 'updatedomainnameservers', 'deletedomain')
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
