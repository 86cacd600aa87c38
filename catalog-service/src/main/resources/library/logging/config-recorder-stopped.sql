-- title: AWS Config that was stopped
-- description: >
--   Recorders, delivery channels and rules of AWS Config that were stopped or deleted. Without
--   them no compliance report is complete.
-- category: logging
-- tags: [config, recorder, compliance, evasion]
-- events: [config.amazonaws.com/StopConfigurationRecorder, config.amazonaws.com/DeleteConfigurationRecorder, config.amazonaws.com/DeleteDeliveryChannel, config.amazonaws.com/DeleteConfigRule]
-- attack: [T1562.008]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it was stopped
-- columns:
--   eventTime: When it was stopped
--   action: Name of the event
--   subject: Name of the recorder, channel or rule
--   who: ARN of who did it
--   account: Account in which it was done
--   region: Region in which it was done
-- finding: Start it again, and note the gap for the auditor.
-- falseAlarms: Regions that are given up.
SELECT
  eventTime,
  eventName AS action,
  coalesce(element_at(requestParameters, 'configurationRecorderName'), element_at(requestParameters, 'deliveryChannelName'), element_at(requestParameters, 'configRuleName')) AS subject,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'config.amazonaws.com'
  AND regexp_like(eventName, '^(Stop|Delete)(ConfigurationRecorder|DeliveryChannel|ConfigRule|OrganizationConfigRule)$')
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
