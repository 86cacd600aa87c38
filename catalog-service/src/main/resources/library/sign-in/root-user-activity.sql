-- title: What root users did
-- description: >
--   Everything done with the credentials of the account itself. The root user is for a handful
--   of tasks a year; each line should have a ticket.
-- category: sign-in
-- tags: [root, account owner]
-- events: ["*/*"]
-- attack: [T1078.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it happened
--   - name: account
--     type: account
--     required: false
--     help: Only this account; all where it is empty
-- columns:
--   eventTime: When it was done
--   account: Account whose root user it was
--   service: Service that was called
--   action: What was called
--   address: Address from which it came
--   error: Code of the error; empty where it succeeded
-- finding: >
--   Find the person with the password and the second factor of the mailbox. If nobody knows of
--   it, recover the root user with AWS Support, remove its access keys and change the mailbox's
--   password.
-- falseAlarms: >
--   Calls that AWS makes in the name of the account are left out. Closing an account and
--   changing its support plan need the root user.
SELECT
  eventTime,
  recipientAccountId AS account,
  eventSource AS service,
  eventName AS action,
  sourceIPAddress AS address,
  errorCode AS error
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND userIdentity.type = 'Root'
  AND userIdentity.invokedBy IS NULL
  AND eventType <> 'AwsServiceEvent'
  AND ({{account}} IS NULL OR recipientAccountId = {{account}})
ORDER BY eventTime DESC, eventID
