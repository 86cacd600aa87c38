-- title: Console changes by user agent
-- description: >
--   Changes whose user agent is that of a browser or of the console. For events that were
--   written before AWS marked sessions of the console, and for services that do not mark them.
-- category: console-changes
-- tags: [clickops, user agent, browser, legacy]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it was changed
-- columns:
--   eventTime: When it was changed
--   who: ARN of who changed it
--   account: Account in which it was changed
--   service: Service that was changed
--   action: What was done
--   userAgent: User agent of the caller
-- finding: The same as for marked changes. A user agent is easy to forge, so this proves less.
-- falseAlarms: >
--   Programs that pretend to be a browser; queries and help pages that some services count as
--   writes.
SELECT
  eventTime,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  eventSource AS service,
  eventName AS action,
  userAgent
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND sessionCredentialFromConsole IS NULL
  AND readOnly = false
  AND managementEvent = true
  AND errorCode IS NULL
  AND eventType = 'AwsApiCall'
  AND eventName NOT IN ('StartQuery', 'StartQueryExecution', 'LookupEvents', 'CreateSession', 'SendHeartBeat')
  AND (starts_with(userAgent, 'Mozilla/')
    OR starts_with(userAgent, 'console.')
    OR starts_with(userAgent, 'signin.amazonaws.com')
    OR userAgent LIKE '%S3Console%'
    OR userAgent LIKE '%AWSLambdaConsole%')
ORDER BY eventTime DESC, eventID
