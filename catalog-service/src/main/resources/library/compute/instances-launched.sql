-- title: Instances that were launched
-- description: >
--   Virtual machines that were started new, with their type, image and number.
-- category: compute
-- tags: [ec2, run instances, machine]
-- events: [ec2.amazonaws.com/RunInstances]
-- attack: [T1578.002]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the instances were launched
--   - name: account
--     type: account
--     required: false
--     help: Only this account; all where it is empty
-- columns:
--   eventTime: When the instances were launched
--   instanceType: Type of the instances
--   image: Id of the image
--   instances: Number that was asked for at most
--   who: ARN of who launched them
--   byService: Service that did it for somebody; empty where it was asked for directly
--   account: Account of the instances
--   region: Region of the instances
-- finding: >
--   Large types, many at once, or Regions you do not use are signs of mining. Terminate them and
--   look at the credential that started them.
-- falseAlarms: Autoscaling and pipelines start instances all day.
SELECT
  eventTime,
  element_at(requestParameters, 'instanceType') AS instanceType,
  json_extract_scalar(element_at(requestParameters, 'instancesSet'), '$.items[0].imageId') AS image,
  TRY_CAST(json_extract_scalar(element_at(requestParameters, 'instancesSet'), '$.items[0].maxCount') AS bigint) AS instances,
  userIdentity.arn AS who,
  userIdentity.invokedBy AS byService,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'ec2.amazonaws.com'
  AND eventName = 'RunInstances'
  AND errorCode IS NULL
  AND ({{account}} IS NULL OR recipientAccountId = {{account}})
ORDER BY eventTime DESC, eventID
