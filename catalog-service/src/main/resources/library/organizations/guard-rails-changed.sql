-- title: Guard rails of the organization that were changed
-- description: >
--   Service control policies and their like that were changed, detached, deleted or switched
--   off.
-- category: organizations
-- tags: [scp, service control policy, organization]
-- events: [organizations.amazonaws.com/UpdatePolicy, organizations.amazonaws.com/DetachPolicy, organizations.amazonaws.com/DeletePolicy, organizations.amazonaws.com/DisablePolicyType]
-- attack: [T1562]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it happened
-- columns:
--   eventTime: When it was changed
--   action: Name of the event
--   policy: Id of the policy
--   target: Account or unit that it concerns
--   content: The new policy, where there is one
--   who: ARN of who changed it
--   account: Account from which it was changed
-- finding: Attach the policy again, and look at what the account did in the time without it.
-- falseAlarms: Roll-out of a new set of guard rails.
SELECT
  eventTime,
  eventName AS action,
  coalesce(element_at(requestParameters, 'policyId'), element_at(requestParameters, 'policyType')) AS policy,
  coalesce(element_at(requestParameters, 'targetId'), element_at(requestParameters, 'rootId')) AS target,
  element_at(requestParameters, 'content') AS content,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'organizations.amazonaws.com'
  AND regexp_like(eventName, '^(Update|Detach|Delete|Attach)Policy$|^DisablePolicyType$')
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
