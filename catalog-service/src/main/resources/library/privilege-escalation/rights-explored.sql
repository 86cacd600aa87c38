-- title: Principals that explore rights
-- description: >
--   Principals that listed users, roles and policies in many ways within one hour. Attackers
--   with a new credential first find out what it can do.
-- category: privilege-escalation
-- tags: [enumeration, discovery, reconnaissance, iam]
-- events: [iam.amazonaws.com/*, sts.amazonaws.com/GetCallerIdentity]
-- attack: [T1087.004, T1069.003]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it happened
--   - name: least
--     type: integer
--     default: 6
--     min: 2
--     max: 100
--     help: How many different questions within an hour are shown
-- columns:
--   hour: The hour, UTC
--   who: ARN of who asked
--   questions: Number of different actions
--   actions: Their names
--   calls: Number of calls
--   denied: How many of them were denied
--   addresses: Where they came from
-- finding: >
--   A program that has no business in IAM, or many denials, point to a stolen credential.
--   Disable the key and look where it came from.
-- falseAlarms: >
--   Security scanners and inventory tools do this daily from the same address. The console asks
--   many things when a page of IAM is opened.
SELECT
  date_trunc('hour', eventTime) AS hour,
  userIdentity.arn AS who,
  count(DISTINCT eventName) AS questions,
  array_sort(array_agg(DISTINCT eventName)) AS actions,
  count(*) AS calls,
  count(errorCode) AS denied,
  array_sort(array_agg(DISTINCT sourceIPAddress)) AS addresses
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND ((eventSource = 'iam.amazonaws.com' AND regexp_like(eventName, '^(List|Get|Simulate)'))
    OR (eventSource = 'sts.amazonaws.com' AND eventName = 'GetCallerIdentity'))
  AND userIdentity.arn IS NOT NULL
GROUP BY date_trunc('hour', eventTime), userIdentity.arn
HAVING count(DISTINCT eventName) >= {{least}}
ORDER BY questions DESC, hour DESC, who
