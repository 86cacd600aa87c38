-- title: Launches of large and accelerated machines
-- description: >
--   Instances whose type is of an expensive family, or very large, summed up by person and type.
-- category: cost
-- tags: [gpu, mining, ec2, bill]
-- events: [ec2.amazonaws.com/RunInstances]
-- attack: [T1496.001]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the machines were launched
--   - name: families
--     type: text
--     default: p g trn inf x u
--     maxLength: 200
--     help: First letters of expensive families, with blanks between
-- columns:
--   who: ARN of who launched them
--   instanceType: Type of the instances
--   account: Account of the instances
--   region: Region of the instances
--   launches: Number of launches
--   refused: Launches that were refused, as for a missing quota
--   lastTime: Time of the latest launch
-- finding: >
--   End what nobody ordered. Refused launches in many Regions are mining that did not get
--   through yet.
-- falseAlarms: Training of models; render farms.
SELECT
  userIdentity.arn AS who,
  element_at(requestParameters, 'instanceType') AS instanceType,
  recipientAccountId AS account,
  awsRegion AS region,
  count_if(errorCode IS NULL) AS launches,
  count(errorCode) AS refused,
  max(eventTime) AS lastTime
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventName = 'RunInstances'
  AND (contains(split({{families}}, ' '), regexp_extract(element_at(requestParameters, 'instanceType'), '^[a-z]+'))
    OR regexp_like(element_at(requestParameters, 'instanceType'), '\.(metal|(12|16|18|24|32|48)xlarge)'))
GROUP BY userIdentity.arn, element_at(requestParameters, 'instanceType'), recipientAccountId, awsRegion
ORDER BY launches DESC, refused DESC, who, instanceType, region
