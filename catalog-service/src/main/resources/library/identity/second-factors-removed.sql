-- title: Second factors that were taken away
-- description: >
--   MFA devices that were switched off or deleted, and for whom. The column tells whether people
--   did it to themselves.
-- category: identity
-- tags: [mfa, second factor, deactivate]
-- events: [iam.amazonaws.com/DeactivateMFADevice, iam.amazonaws.com/DeleteVirtualMFADevice]
-- attack: [T1556.006]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was taken away
-- columns:
--   eventTime: When it was taken away
--   user: Name of the user who lost the device
--   device: Serial number or ARN of the device
--   ownDevice: Whether the user did it
--   who: ARN of who did it
--   account: Account of the user
-- finding: >
--   Ask the user over another channel. Until they answer, deny the user everything without a
--   second factor.
-- falseAlarms: A new telephone. The help desk does this for many.
SELECT
  eventTime,
  element_at(requestParameters, 'userName') AS user,
  element_at(requestParameters, 'serialNumber') AS device,
  coalesce(element_at(requestParameters, 'userName') = userIdentity.userName, false) AS ownDevice,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventName IN ('DeactivateMFADevice', 'DeleteVirtualMFADevice')
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
