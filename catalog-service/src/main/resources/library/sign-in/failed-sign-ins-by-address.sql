-- title: Addresses with many failed sign-ins
-- description: >
--   Guessing of passwords shows as one address that fails again and again. Names that do not
--   exist are hidden by AWS and counted as one.
-- category: sign-in
-- tags: [login, password, brute force]
-- events: [signin.amazonaws.com/ConsoleLogin]
-- attack: [T1110]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the sign-ins failed
--   - name: least
--     type: integer
--     default: 5
--     min: 1
--     max: 100000
--     help: From how many failures on an address is shown
-- columns:
--   address: Where the attempts came from
--   failures: Number of failed sign-ins
--   users: Different names that were tried; all unknown ones count as one
--   accounts: Accounts that were tried
--   first: Time of the first failure
--   last: Time of the last failure
-- finding: >
--   See with "A sign-in after failures" whether one of them passed in the end. Block the address
--   where it is not one of yours, and have the users named change their passwords.
-- falseAlarms: >
--   An office behind one address collects the slips of all its people; a stored old password
--   fails in a regular rhythm.
SELECT
  sourceIPAddress AS address,
  count(*) AS failures,
  count(DISTINCT userIdentity.userName) AS users,
  array_sort(array_agg(DISTINCT recipientAccountId)) AS accounts,
  min(eventTime) AS first,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventName = 'ConsoleLogin'
  AND element_at(responseElements, 'ConsoleLogin') = 'Failure'
GROUP BY sourceIPAddress
HAVING count(*) >= {{least}}
ORDER BY failures DESC, address
