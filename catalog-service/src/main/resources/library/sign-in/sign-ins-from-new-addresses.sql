-- title: Sign-ins from addresses never seen before
-- description: >
--   Sign-ins of a person from an address that the same person had not used in the earlier
--   period. Compares two ranges of time, so keep the earlier one long.
-- category: sign-in
-- tags: [login, new, address, location]
-- events: [signin.amazonaws.com/ConsoleLogin]
-- attack: [T1078.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: The sign-ins to look at
--   - name: before
--     type: time-range
--     default: last 90 days
--     help: The time that says what is usual; what lies in the period itself does not count
-- columns:
--   who: ARN of who signed in
--   address: The new address
--   signIns: Sign-ins from there
--   first: Time of the first of them
--   accounts: Accounts that were entered
-- finding: >
--   Look the address up. A provider of virtual machines or of anonymous access is a reason to
--   ask the person now.
-- falseAlarms: Travelling, a new provider at home, a changed office network.
SELECT
  userIdentity.arn AS who,
  sourceIPAddress AS address,
  count_if(eventTime >= {{period.start}}) AS signIns,
  min(eventTime) FILTER (WHERE eventTime >= {{period.start}}) AS first,
  array_sort(array_agg(DISTINCT recipientAccountId)) AS accounts
FROM $EDS_ID
WHERE eventTime >= {{before.start}} AND eventTime < {{period.end}}
  AND eventName = 'ConsoleLogin'
  AND element_at(responseElements, 'ConsoleLogin') = 'Success'
GROUP BY userIdentity.arn, sourceIPAddress
HAVING count_if(eventTime >= {{period.start}}) > 0
  AND count_if(eventTime < {{before.end}} AND eventTime < {{period.start}}) = 0
ORDER BY first DESC, who, address
