-- title: Startup scripts that were changed or read
-- description: >
--   The user data of an instance runs as root at the start and often has passwords in it. Here
--   it was changed, or read out.
-- category: compute
-- tags: [user data, ec2, persistence]
-- events: [ec2.amazonaws.com/ModifyInstanceAttribute, ec2.amazonaws.com/DescribeInstanceAttribute]
-- attack: [T1059.009, T1552.005]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was touched
-- columns:
--   eventTime: When it was touched
--   instance: Id of the instance
--   changed: Whether it was changed; else it was read
--   who: ARN of who did it
--   account: Account of the instance
--   address: Where it came from
--   error: Code of the error; empty where it succeeded
-- finding: >
--   After a change, look for a stop and a start of the instance, and at the script itself. Move
--   passwords from user data into secrets.
-- falseAlarms: Inventory tools read all attributes of all instances.
SELECT
  eventTime,
  element_at(requestParameters, 'instanceId') AS instance,
  eventName = 'ModifyInstanceAttribute' AS changed,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  sourceIPAddress AS address,
  errorCode AS error
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND ((eventName = 'ModifyInstanceAttribute' AND element_at(requestParameters, 'userData') IS NOT NULL)
    OR (eventName = 'DescribeInstanceAttribute' AND element_at(requestParameters, 'attribute') = 'userData'))
ORDER BY changed DESC, eventTime DESC, eventID
