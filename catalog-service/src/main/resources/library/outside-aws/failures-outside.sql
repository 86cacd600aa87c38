-- title: Failed acts outside of AWS
-- description: >
--   Events with an error from systems outside of AWS, one by one. Runs over a store of events
--   from outside AWS.
-- category: outside-aws
-- tags: [integration, channel, errors, denied]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it failed
-- columns:
--   eventTime: When it failed
--   source: System that the event came from
--   action: What was tried
--   person: Id of who tried
--   error: Code of the error
--   message: Message of the error
--   address: Where it came from
-- finding: A row of failures by one person in several systems is a stolen or a forgotten password.
-- falseAlarms: Programs with old credentials.
SELECT
  eventTime,
  eventData.eventSource AS source,
  eventData.eventName AS action,
  eventData.userIdentity.principalId AS person,
  eventData.errorCode AS error,
  eventData.errormssage AS message,
  eventData.sourceIPAddress AS address
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventData.errorCode IS NOT NULL
ORDER BY eventTime DESC, eventID
