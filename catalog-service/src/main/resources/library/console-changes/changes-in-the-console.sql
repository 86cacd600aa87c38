-- title: Changes made in the console
-- description: >
--   Everything that was changed by hand in the browser, and by whom. The services mark these
--   calls themselves, so neither a forged user agent nor a switched role hides them.
-- category: console-changes
-- tags: [clickops, manual, browser, drift]
-- events: ["*/*"]
-- attack: [T1538]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it was changed
--   - name: account
--     type: account
--     required: false
--     help: Only this account; all where it is empty
-- columns:
--   eventTime: When it was changed
--   who: ARN of who changed it
--   account: Account in which it was changed
--   region: Region in which it was changed
--   service: Service that was changed
--   action: What was done
--   request: What was asked for
-- finding: >
--   Put what has to stay into code, and undo the rest. For a production account ask for the
--   ticket.
-- falseAlarms: >
--   The shell in the browser is marked as well. Events of 2022 and before have no mark; see
--   "Console changes by user agent".
SELECT
  eventTime,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region,
  eventSource AS service,
  eventName AS action,
  requestParameters AS request
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND sessionCredentialFromConsole = 'true'
  AND readOnly = false
  AND errorCode IS NULL
  AND ({{account}} IS NULL OR recipientAccountId = {{account}})
ORDER BY eventTime DESC, eventID
