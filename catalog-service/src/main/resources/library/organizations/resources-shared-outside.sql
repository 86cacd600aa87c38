-- title: Resources shared outside of the organization
-- description: >
--   Shares of Resource Access Manager that allow, or name, accounts which are not in the
--   organization.
-- category: organizations
-- tags: [ram, share, external, cross-account]
-- events: [ram.amazonaws.com/CreateResourceShare, ram.amazonaws.com/UpdateResourceShare, ram.amazonaws.com/AssociateResourceShare]
-- attack: [T1537]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it was shared
-- columns:
--   eventTime: When it was shared
--   action: Name of the event
--   share: Name or ARN of the share
--   principals: Accounts and units that are named
--   resources: Resources that are named
--   who: ARN of who shared
--   account: Account of the resources
-- finding: >
--   Disassociate principals that are no partners, and forbid external principals for the share.
-- falseAlarms: Accounts that work together without an organization.
SELECT
  eventTime,
  eventName AS action,
  coalesce(element_at(requestParameters, 'name'), element_at(requestParameters, 'resourceShareArn')) AS share,
  element_at(requestParameters, 'principals') AS principals,
  element_at(requestParameters, 'resourceArns') AS resources,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'ram.amazonaws.com'
  AND errorCode IS NULL
  AND ((eventName IN ('CreateResourceShare', 'UpdateResourceShare')
      AND coalesce(element_at(requestParameters, 'allowExternalPrincipals'), 'true') = 'true')
    OR (eventName = 'AssociateResourceShare' AND element_at(requestParameters, 'principals') IS NOT NULL))
ORDER BY eventTime DESC, eventID
