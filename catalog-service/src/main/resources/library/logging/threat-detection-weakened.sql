-- title: Threat detection that was weakened
-- description: >
--   GuardDuty detectors that were deleted or put to sleep, lists that make it blind for an
--   address, and filters that archive findings; the same for Security Hub.
-- category: logging
-- tags: [guardduty, security hub, evasion, suppress]
-- events: [guardduty.amazonaws.com/DeleteDetector, guardduty.amazonaws.com/UpdateDetector, guardduty.amazonaws.com/CreateIPSet, guardduty.amazonaws.com/CreateFilter, securityhub.amazonaws.com/DisableSecurityHub]
-- attack: [T1562.001]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it was weakened
-- columns:
--   eventTime: When it was weakened
--   service: guardduty or securityhub
--   action: Name of the event
--   who: ARN of who did it
--   account: Account in which it was done
--   region: Region in which it was done
--   request: What was asked for
-- finding: Undo it, and look in the findings of the hours before for the reason.
-- falseAlarms: A central account that takes over from its members; addresses of your own scanners.
SELECT
  eventTime,
  split_part(eventSource, '.', 1) AS service,
  eventName AS action,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region,
  requestParameters AS request
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND errorCode IS NULL
  AND ((eventSource = 'guardduty.amazonaws.com'
      AND (eventName IN (
          'DeleteDetector', 'CreateIPSet', 'UpdateIPSet', 'DeletePublishingDestination',
          'DisassociateMembers', 'StopMonitoringMembers')
        OR (eventName = 'UpdateDetector' AND element_at(requestParameters, 'enable') = 'false')
        OR (eventName = 'CreateFilter' AND element_at(requestParameters, 'action') = 'ARCHIVE')))
    OR (eventSource = 'securityhub.amazonaws.com'
      AND eventName IN ('DisableSecurityHub', 'DisassociateMembers', 'BatchDisableStandards', 'CreateAutomationRule')))
ORDER BY eventTime DESC, eventID
