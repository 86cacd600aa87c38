-- title: Calls that a VPC endpoint refused
-- description: >
--   Calls through an endpoint that its policy stopped, by endpoint, principal and action. Needs
--   network activity events.
-- category: network-activity
-- tags: [vpc endpoint, vpce, denied, exfiltration]
-- events: ["*/*"]
-- attack: [T1567.002]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the call was refused
-- columns:
--   endpoint: Id of the endpoint
--   endpointAccount: Account of the endpoint
--   callerAccount: Account of the caller
--   caller: ARN of the caller, else its id
--   service: Service that was called
--   action: What was called
--   denials: Number of refusals
--   lastTime: Time of the latest one
-- finding: >
--   Foreign credentials inside of your network are malware or a person who carries data out.
--   Find the machine by its address.
-- falseAlarms: Agents of vendors that use accounts of their own.
SELECT
  vpcEndpointId AS endpoint,
  vpcEndpointAccountId AS endpointAccount,
  userIdentity.accountId AS callerAccount,
  coalesce(userIdentity.arn, userIdentity.principalId) AS caller,
  eventSource AS service,
  eventName AS action,
  count(*) AS denials,
  max(eventTime) AS lastTime
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventCategory = 'NetworkActivity'
  AND errorCode = 'VpceAccessDenied'
GROUP BY vpcEndpointId, vpcEndpointAccountId, userIdentity.accountId, coalesce(userIdentity.arn, userIdentity.principalId), eventSource, eventName
ORDER BY denials DESC, endpoint, caller, service, action
