-- title: Delegated administrators and trusted services
-- description: >
--   Accounts that were allowed to manage a service for the whole organization, and services that
--   may work in all accounts.
-- category: organizations
-- tags: [organization, delegated administrator, trusted access]
-- events: [organizations.amazonaws.com/RegisterDelegatedAdministrator, organizations.amazonaws.com/EnableAWSServiceAccess, organizations.amazonaws.com/PutResourcePolicy]
-- attack: [T1098]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it was given
-- columns:
--   eventTime: When it was given
--   action: Name of the event
--   servicePrincipal: Host name of the service
--   delegate: Account that manages the service from now on
--   who: ARN of who did it
--   address: Where it came from
-- finding: >
--   Deregister an account that is no central one. It may reach into all others by that service.
-- falseAlarms: Roll-out of security services.
SELECT
  eventTime,
  eventName AS action,
  element_at(requestParameters, 'servicePrincipal') AS servicePrincipal,
  element_at(requestParameters, 'accountId') AS delegate,
  userIdentity.arn AS who,
  sourceIPAddress AS address
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'organizations.amazonaws.com'
  AND eventName IN ('RegisterDelegatedAdministrator', 'EnableAWSServiceAccess', 'PutResourcePolicy')
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
