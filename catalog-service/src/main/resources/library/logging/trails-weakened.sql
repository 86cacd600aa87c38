-- title: Trails that record less than before
-- description: >
--   Changes that make a trail write less, elsewhere, or without validation, while it goes on
--   running.
-- category: logging
-- tags: [cloudtrail, event selectors, evasion]
-- events: [cloudtrail.amazonaws.com/UpdateTrail, cloudtrail.amazonaws.com/PutEventSelectors]
-- attack: [T1562.008]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it was changed
-- columns:
--   eventTime: When it was changed
--   action: Name of the event
--   trail: Name or ARN of the trail
--   newBucket: Bucket to which it writes from now on
--   validation: "\"false\" where validation of log files was switched off"
--   allRegions: "\"false\" where it was narrowed to one Region"
--   selectors: Selectors of events that were set
--   who: ARN of who did it
--   account: Account of the trail
-- finding: Compare with the settings in your code and set them back.
-- falseAlarms: Data events are narrowed to save money.
SELECT
  eventTime,
  eventName AS action,
  coalesce(element_at(requestParameters, 'name'), element_at(requestParameters, 'trailName')) AS trail,
  element_at(requestParameters, 's3BucketName') AS newBucket,
  element_at(requestParameters, 'enableLogFileValidation') AS validation,
  element_at(requestParameters, 'isMultiRegionTrail') AS allRegions,
  coalesce(element_at(requestParameters, 'eventSelectors'), element_at(requestParameters, 'advancedEventSelectors')) AS selectors,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'cloudtrail.amazonaws.com'
  AND errorCode IS NULL
  AND (eventName = 'PutEventSelectors'
    OR (eventName = 'UpdateTrail'
      AND (element_at(requestParameters, 's3BucketName') IS NOT NULL
        OR element_at(requestParameters, 'enableLogFileValidation') = 'false'
        OR element_at(requestParameters, 'isMultiRegionTrail') = 'false'
        OR element_at(requestParameters, 'includeGlobalServiceEvents') = 'false')))
ORDER BY eventTime DESC, eventID
