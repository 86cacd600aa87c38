-- title: Sign-ins outside working hours
-- description: >
--   People who came in at night or at a weekend. Hours are UTC; shift them for your place.
-- category: sign-in
-- tags: [login, night, weekend]
-- events: [signin.amazonaws.com/ConsoleLogin]
-- attack: [T1078.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When somebody signed in
--   - name: firstHour
--     type: integer
--     default: 6
--     min: 0
--     max: 23
--     help: The hour at which work begins, UTC
--   - name: lastHour
--     type: integer
--     default: 19
--     min: 1
--     max: 24
--     help: The hour at which work ends, UTC
-- columns:
--   eventTime: When they signed in, UTC
--   weekday: Day of the week, 1 is Monday
--   who: ARN of who signed in
--   account: Account that was entered
--   address: Address from which they came
-- finding: >
--   Compare with the rota. Somebody who never works at night and does so from a new address is
--   worth a call.
-- falseAlarms: People in other time zones, those on call, and releases.
SELECT
  eventTime,
  day_of_week(eventTime) AS weekday,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  sourceIPAddress AS address
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventName = 'ConsoleLogin'
  AND element_at(responseElements, 'ConsoleLogin') = 'Success'
  AND (day_of_week(eventTime) >= 6 OR hour(eventTime) < {{firstHour}} OR hour(eventTime) >= {{lastHour}})
ORDER BY eventTime DESC, eventID
