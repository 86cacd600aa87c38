-- title: What an access key was used for
-- description: >
--   Use of one access key by service, action and address. For a key that was found in a
--   repository, in a log or in a report of AWS.
-- category: keys-and-secrets
-- tags: [access key, leak, exposed, credentials]
-- events: ["*/*"]
-- attack: [T1552.001, T1078.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it happened
--   - name: accessKey
--     type: text
--     default: AKIAIOSFODNN7EXAMPLE
--     maxLength: 128
--     help: Id of the key; it begins with AKIA or ASIA
-- columns:
--   service: Service that was called
--   action: What was called
--   address: Where it came from
--   who: ARN of the key's owner
--   calls: Number of calls
--   failures: How many of them failed
--   first: Time of the first call
--   last: Time of the last call
-- finding: >
--   Deactivate the key first. Every address that is not yours marks the time from which on all
--   that the key did is to be undone.
-- falseAlarms: Addresses of a pipeline that has the key for good reason.
SELECT
  eventSource AS service,
  eventName AS action,
  sourceIPAddress AS address,
  userIdentity.arn AS who,
  count(*) AS calls,
  count(errorCode) AS failures,
  min(eventTime) AS first,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND userIdentity.accessKeyId = {{accessKey}}
GROUP BY eventSource, eventName, sourceIPAddress, userIdentity.arn
ORDER BY first, service, action, address
