-- title: What a principal did
-- description: >
--   Everything a user, a role session or another principal did, in the order of time. Where one
--   begins after an alarm.
-- category: identity
-- tags: [timeline, user, principal, investigation]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it happened
--   - name: principal
--     type: principal
--     help: ARN of the user or of the session
--   - name: changesOnly
--     type: boolean
--     default: false
--     help: Leave out what only reads
-- columns:
--   eventTime: When it was done
--   service: Service that was called
--   action: What was called
--   account: Account in which it was done
--   region: Region in which it was done
--   address: Where it came from
--   error: Code of the error; empty where it succeeded
--   request: What was asked for
-- finding: >
--   Read it from the first line that does not fit. Note new identities, keys and addresses, and
--   ask for each of them with the same query.
-- falseAlarms: Data events make long lists; set "changesOnly" for a first look.
SELECT
  eventTime,
  eventSource AS service,
  eventName AS action,
  recipientAccountId AS account,
  awsRegion AS region,
  sourceIPAddress AS address,
  errorCode AS error,
  requestParameters AS request
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND userIdentity.arn = {{principal}}
  AND ({{changesOnly}} = false OR readOnly = false)
ORDER BY eventTime, eventID
