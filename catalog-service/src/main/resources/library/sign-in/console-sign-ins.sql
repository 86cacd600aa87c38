-- title: Sign-ins to the console
-- description: >
--   Everybody who came into the AWS console in the period, with the address, the second factor
--   and where they came from. The first thing to look at when an account may have been taken
--   over.
-- category: sign-in
-- tags: [login, console, mfa, users]
-- events: [signin.amazonaws.com/ConsoleLogin]
-- attack: [T1078.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When somebody signed in
--   - name: account
--     type: account
--     required: false
--     help: Only this account; all where it is empty
-- columns:
--   eventTime: When they signed in
--   who: ARN of who signed in
--   account: Account that was entered
--   address: Address from which they came
--   secondFactor: "\"Yes\" or \"No\", as the sign-in page noted it"
--   browser: User agent
-- finding: >
--   A person you do not know, an address that does not fit, or "No" beside a privileged user are
--   reasons to look at what followed.
-- falseAlarms: >
--   Sessions of a single sign-on show "No" although the second factor was asked for elsewhere.
SELECT
  eventTime,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  sourceIPAddress AS address,
  element_at(additionalEventData, 'MFAUsed') AS secondFactor,
  userAgent AS browser
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'signin.amazonaws.com'
  AND eventName = 'ConsoleLogin'
  AND element_at(responseElements, 'ConsoleLogin') = 'Success'
  AND ({{account}} IS NULL OR recipientAccountId = {{account}})
ORDER BY eventTime DESC, eventID
