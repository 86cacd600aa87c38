-- title: Who was denied what
-- description: >
--   Calls that were refused for want of permission, by principal and action.
-- category: denied-calls
-- tags: [access denied, unauthorized, permission]
-- events: ["*/*"]
-- attack: [T1087.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the call was denied
--   - name: least
--     type: integer
--     default: 1
--     min: 1
--     max: 1000000
--     help: From how many refusals on
--   - name: account
--     type: account
--     required: false
--     help: Only this account; all where it is empty
-- columns:
--   who: ARN of who was denied, or the name of the service
--   service: Service that was called
--   action: What was called
--   account: Account in which it was called
--   denials: Number of refusals
--   addresses: Where they came from
--   lastTime: Time of the latest one
-- finding: >
--   A person who tries many different things looks around. A program that is denied the same
--   thing all day needs the right or a repair.
-- falseAlarms: The console asks for things a user may not see, with each page.
SELECT
  coalesce(userIdentity.arn, userIdentity.invokedBy, userIdentity.principalId) AS who,
  eventSource AS service,
  eventName AS action,
  recipientAccountId AS account,
  count(*) AS denials,
  array_sort(array_agg(DISTINCT sourceIPAddress)) AS addresses,
  max(eventTime) AS lastTime
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND regexp_like(errorCode, 'AccessDenied|Unauthorized|NotAuthorized|Forbidden')
  AND ({{account}} IS NULL OR recipientAccountId = {{account}})
GROUP BY coalesce(userIdentity.arn, userIdentity.invokedBy, userIdentity.principalId), eventSource, eventName, recipientAccountId
HAVING count(*) >= {{least}}
ORDER BY denials DESC, who, service, action
