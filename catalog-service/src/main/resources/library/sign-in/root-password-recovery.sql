-- title: Recovery of a root password
-- description: >
--   Somebody asked for a new password of a root user, or got one. The mail goes to the address
--   of the account, so whoever reads that mailbox owns the account.
-- category: sign-in
-- tags: [root, password, recovery, takeover]
-- events: [signin.amazonaws.com/PasswordRecoveryRequested, signin.amazonaws.com/PasswordRecoveryCompleted]
-- attack: [T1098]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it happened
-- columns:
--   account: Account whose root user it was
--   requests: How often it was asked for
--   completions: How often it went through
--   addresses: Where the requests came from
--   last: Time of the latest one
-- finding: >
--   A completion that nobody planned is a takeover. Call AWS Support, and check the mailbox of
--   the account.
-- falseAlarms: >
--   Requests without completion are often guesses by strangers who know the address only.
SELECT
  recipientAccountId AS account,
  count_if(eventName = 'PasswordRecoveryRequested') AS requests,
  count_if(eventName = 'PasswordRecoveryCompleted') AS completions,
  array_sort(array_agg(DISTINCT sourceIPAddress)) AS addresses,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'signin.amazonaws.com'
  AND eventName IN ('PasswordRecoveryRequested', 'PasswordRecoveryCompleted')
GROUP BY recipientAccountId
ORDER BY completions DESC, requests DESC, account
