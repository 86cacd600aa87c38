-- title: Calls that a guard rail stopped
-- description: >
--   Refusals whose reason is a policy of the organization, a permission boundary, a session
--   policy or the policy of a resource, told apart by the message.
-- category: denied-calls
-- tags: [scp, explicit deny, boundary, access denied]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the call was stopped
--   - name: reason
--     type: choice
--     default: service control policy
--     choices: [service control policy, resource control policy, permissions boundary, session policy, resource-based policy, VPC endpoint policy]
--     help: Which kind of policy stopped it
-- columns:
--   eventTime: When the call was stopped
--   who: ARN of who called
--   service: Service that was called
--   action: What was called
--   account: Account in which it was called
--   region: Region in which it was called
--   message: The message
-- finding: >
--   A guard rail that stops people doing their work has to be explained or changed; one that
--   stops a stranger has done its duty, so look for the stranger.
-- falseAlarms: Services that try all Regions.
SELECT
  eventTime,
  userIdentity.arn AS who,
  eventSource AS service,
  eventName AS action,
  recipientAccountId AS account,
  awsRegion AS region,
  errorMessage AS message
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND errorCode IS NOT NULL
  AND strpos(lower(errorMessage), lower({{reason}})) > 0
ORDER BY eventTime DESC, eventID
