-- title: Console sign-ins without a second factor
-- description: >
--   IAM users and root users who entered the console with a password alone. Sessions that come
--   from a single sign-on are left out, because their second factor is checked elsewhere and
--   never noted here.
-- category: sign-in
-- tags: [login, mfa, password]
-- events: [signin.amazonaws.com/ConsoleLogin]
-- attack: [T1078.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When somebody signed in
-- columns:
--   who: ARN of the user
--   type: IAMUser or Root
--   account: Account that was entered
--   signIns: Number of such sign-ins
--   addresses: Addresses from which they came
--   last: Time of the latest one
-- finding: >
--   Ask the user to register a second factor, and enforce it with a policy that denies
--   everything without `aws:MultiFactorAuthPresent`. For a root user do it today.
-- falseAlarms: A new user who has not registered a device yet; emergency users kept in a safe.
SELECT
  userIdentity.arn AS who,
  userIdentity.type AS type,
  recipientAccountId AS account,
  count(*) AS signIns,
  array_sort(array_agg(DISTINCT sourceIPAddress)) AS addresses,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventName = 'ConsoleLogin'
  AND element_at(responseElements, 'ConsoleLogin') = 'Success'
  AND element_at(additionalEventData, 'MFAUsed') = 'No'
  AND userIdentity.type IN ('IAMUser', 'Root')
GROUP BY userIdentity.arn, userIdentity.type, recipientAccountId
ORDER BY signIns DESC, who
