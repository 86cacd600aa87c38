-- title: Roles switched in the console
-- description: >
--   Who changed from one role to another in the browser, and into which account. A switch hides
--   the name of the person from later events, which then show the new role.
-- category: sign-in
-- tags: [switch role, console, role]
-- events: [signin.amazonaws.com/SwitchRole]
-- attack: [T1078.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the role was switched
-- columns:
--   eventTime: When the role was switched
--   fromWho: ARN before the switch, where the event has it
--   toWho: ARN after the switch
--   account: Account of the event
--   address: Address of the browser
-- finding: Follow both names, since the acts after the switch carry the second one only.
-- falseAlarms: Administrators of several accounts switch many times a day.
SELECT
  eventTime,
  element_at(additionalEventData, 'SwitchFrom') AS fromWho,
  userIdentity.arn AS toWho,
  recipientAccountId AS account,
  sourceIPAddress AS address
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'signin.amazonaws.com'
  AND eventName = 'SwitchRole'
  AND coalesce(element_at(responseElements, 'SwitchRole'), 'Success') = 'Success'
ORDER BY eventTime DESC, eventID
