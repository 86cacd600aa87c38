-- title: A sign-in after failures
-- description: >
--   An address that first failed several times and then came in. This is what a guessed password
--   looks like; it is also what a tired person looks like, so the time between matters.
-- category: sign-in
-- tags: [login, password, brute force, takeover]
-- events: [signin.amazonaws.com/ConsoleLogin]
-- attack: [T1110, T1078.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the sign-in was
--   - name: least
--     type: integer
--     default: 3
--     min: 1
--     max: 10000
--     help: How many failures have to come before
--   - name: minutes
--     type: integer
--     default: 60
--     min: 1
--     max: 10080
--     help: How many minutes before the sign-in failures count
-- columns:
--   eventTime: When the sign-in succeeded
--   who: ARN of who came in
--   account: Account that was entered
--   address: Address of the failures and of the sign-in
--   failures: Failures from this address in the time before
--   firstFailure: Time of the first of them
-- finding: >
--   Ask the person whether it was them. If not, end the sessions, reset the password and read
--   "What a principal did" for the time since.
-- falseAlarms: A person who mistypes a new password; many people behind one office address.
SELECT
  s.eventTime,
  s.userIdentity.arn AS who,
  s.recipientAccountId AS account,
  s.sourceIPAddress AS address,
  count(*) AS failures,
  min(f.eventTime) AS firstFailure
FROM $EDS_ID s
JOIN $EDS_ID f
  ON f.sourceIPAddress = s.sourceIPAddress
  AND f.eventTime < s.eventTime
  AND f.eventTime >= date_add('minute', -{{minutes}}, s.eventTime)
WHERE s.eventTime >= {{period.start}} AND s.eventTime < {{period.end}}
  AND s.eventName = 'ConsoleLogin'
  AND element_at(s.responseElements, 'ConsoleLogin') = 'Success'
  AND f.eventTime >= date_add('minute', -{{minutes}}, {{period.start}})
  AND f.eventName = 'ConsoleLogin'
  AND element_at(f.responseElements, 'ConsoleLogin') = 'Failure'
GROUP BY s.eventID, s.eventTime, s.userIdentity.arn, s.recipientAccountId, s.sourceIPAddress
HAVING count(*) >= {{least}}
ORDER BY s.eventTime DESC, who
