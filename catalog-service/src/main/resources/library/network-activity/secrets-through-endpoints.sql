-- title: Secrets and keys asked for through VPC endpoints
-- description: >
--   Single calls to the services of secrets and keys through endpoints, with the machine they
--   came from.
-- category: network-activity
-- tags: [vpc endpoint, secrets manager, kms, address]
-- events: [secretsmanager.amazonaws.com/*, kms.amazonaws.com/*]
-- attack: [T1555.006]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it was asked for
--   - name: services
--     type: list
--     default: [secretsmanager.amazonaws.com, kms.amazonaws.com, ssm.amazonaws.com]
--     help: Services to look at
-- columns:
--   eventTime: When it was asked for
--   address: Address of the machine
--   caller: ARN of the caller, else its id
--   service: Service that was called
--   action: What was called
--   endpoint: Id of the endpoint
--   error: Code of the error; empty where it succeeded
-- finding: A machine that has no business with secrets is to be looked at first.
-- falseAlarms: Programs at their start.
SELECT
  eventTime,
  sourceIPAddress AS address,
  coalesce(userIdentity.arn, userIdentity.principalId) AS caller,
  eventSource AS service,
  eventName AS action,
  vpcEndpointId AS endpoint,
  errorCode AS error
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventCategory = 'NetworkActivity'
  AND eventSource IN ({{services}})
ORDER BY eventTime DESC, eventID
