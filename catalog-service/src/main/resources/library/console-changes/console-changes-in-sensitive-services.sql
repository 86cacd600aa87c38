-- title: Console changes in sensitive services
-- description: >
--   Changes in the browser in services where hands should stay away. The list of services is
--   yours to set.
-- category: console-changes
-- tags: [clickops, iam, kms, sensitive]
-- events: [iam.amazonaws.com/*, kms.amazonaws.com/*, organizations.amazonaws.com/*, cloudtrail.amazonaws.com/*]
-- attack: [T1538]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it was changed
--   - name: services
--     type: list
--     default: [iam.amazonaws.com, kms.amazonaws.com, organizations.amazonaws.com, cloudtrail.amazonaws.com, config.amazonaws.com, sso.amazonaws.com]
--     help: Services that count as sensitive
-- columns:
--   eventTime: When it was changed
--   who: ARN of who changed it
--   secondFactor: Whether the session was opened with a second factor
--   service: Service that was changed
--   action: What was done
--   account: Account in which it was changed
--   address: Where it came from
-- finding: Each line should have an approval. One without a second factor should not be possible.
-- falseAlarms: Sessions of a single sign-on show no second factor here.
SELECT
  eventTime,
  userIdentity.arn AS who,
  userIdentity.sessionContext.attributes.mfaAuthenticated AS secondFactor,
  eventSource AS service,
  eventName AS action,
  recipientAccountId AS account,
  sourceIPAddress AS address
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND sessionCredentialFromConsole = 'true'
  AND readOnly = false
  AND errorCode IS NULL
  AND eventSource IN ({{services}})
ORDER BY eventTime DESC, eventID
