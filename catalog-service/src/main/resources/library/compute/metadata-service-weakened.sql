-- title: Instances whose metadata service was weakened
-- description: >
--   Instances that accept version 1 of the metadata service again, from which credentials are
--   stolen by a mere redirected request.
-- category: compute
-- tags: [imdsv2, imds, metadata, ec2]
-- events: [ec2.amazonaws.com/ModifyInstanceMetadataOptions, ec2.amazonaws.com/RunInstances]
-- attack: [T1552.005]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was weakened
-- columns:
--   eventTime: When it was weakened
--   instance: Id of the instance; empty for a launch
--   hopLimit: How many hops an answer may take
--   who: ARN of who did it
--   account: Account of the instance
--   region: Region of the instance
-- finding: Demand tokens again. Where a program breaks, it is the program that has to be renewed.
-- falseAlarms: Old images of vendors.
SELECT
  eventTime,
  coalesce(
    json_extract_scalar(element_at(requestParameters, 'ModifyInstanceMetadataOptionsRequest'), '$.InstanceId'),
    element_at(requestParameters, 'instanceId')) AS instance,
  coalesce(
    json_extract_scalar(element_at(requestParameters, 'ModifyInstanceMetadataOptionsRequest'), '$.HttpPutResponseHopLimit'),
    json_extract_scalar(element_at(requestParameters, 'metadataOptions'), '$.httpPutResponseHopLimit')) AS hopLimit,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventName IN ('ModifyInstanceMetadataOptions', 'RunInstances')
  AND errorCode IS NULL
  AND (json_extract_scalar(element_at(requestParameters, 'ModifyInstanceMetadataOptionsRequest'), '$.HttpTokens') = 'optional'
    OR json_extract_scalar(element_at(requestParameters, 'metadataOptions'), '$.httpTokens') = 'optional')
ORDER BY eventTime DESC, eventID
