-- title: Trails and event data stores switched off
-- description: >
--   Logging that was stopped or deleted. Nothing hides an act better than that nobody writes it
--   down.
-- category: logging
-- tags: [cloudtrail, stop logging, evasion]
-- events: [cloudtrail.amazonaws.com/StopLogging, cloudtrail.amazonaws.com/DeleteTrail, cloudtrail.amazonaws.com/StopEventDataStoreIngestion, cloudtrail.amazonaws.com/DeleteEventDataStore]
-- attack: [T1562.008]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it was switched off
--   - name: account
--     type: account
--     required: false
--     help: Only this account; all where it is empty
-- columns:
--   eventTime: When it was switched off
--   action: Name of the event
--   trail: Name or ARN of the trail or of the event data store
--   who: ARN of who did it
--   account: Account of the trail
--   region: Region of the trail
--   address: Where it came from
--   error: Code of the error; empty where it succeeded
-- finding: >
--   Start logging again, and treat the gap as time of which nothing is known. Look at the other
--   logs for it.
-- falseAlarms: A move from a trail of the account to one of the organization.
SELECT
  eventTime,
  eventName AS action,
  coalesce(element_at(requestParameters, 'name'), element_at(requestParameters, 'eventDataStore')) AS trail,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region,
  sourceIPAddress AS address,
  errorCode AS error
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'cloudtrail.amazonaws.com'
  AND eventName IN ('StopLogging', 'DeleteTrail', 'StopEventDataStoreIngestion', 'DeleteEventDataStore')
  AND ({{account}} IS NULL OR recipientAccountId = {{account}})
ORDER BY eventTime DESC, eventID
