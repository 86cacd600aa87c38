-- title: Roles handed to new compute
-- description: >
--   To pass a role to a machine, a function or a task is to lend its rights to whatever runs
--   there. This lists who passed which role to what.
-- category: privilege-escalation
-- tags: [pass role, instance profile, execution role]
-- events: [ec2.amazonaws.com/RunInstances, ec2.amazonaws.com/AssociateIamInstanceProfile, lambda.amazonaws.com/CreateFunction20150331, ecs.amazonaws.com/RegisterTaskDefinition, glue.amazonaws.com/CreateDevEndpoint]
-- attack: [T1098.003]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the role was passed
-- columns:
--   eventTime: When the role was passed
--   action: Name of the event
--   role: ARN or name of the role or of the instance profile
--   who: ARN of who passed it
--   account: Account in which it was done
--   region: Region in which it was done
-- finding: >
--   A role with more rights than the one who passed it has is the classical way up. Compare
--   both.
-- falseAlarms: Every deployment does this.
SELECT
  eventTime,
  eventName AS action,
  coalesce(
    element_at(requestParameters, 'role'),
    element_at(requestParameters, 'roleArn'),
    element_at(requestParameters, 'taskRoleArn'),
    json_extract_scalar(element_at(requestParameters, 'iamInstanceProfile'), '$.arn'),
    json_extract_scalar(element_at(requestParameters, 'iamInstanceProfile'), '$.name'),
    json_extract_scalar(element_at(requestParameters, 'AssociateIamInstanceProfileRequest'), '$.IamInstanceProfile.Name')) AS role,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventName IN ('RunInstances', 'AssociateIamInstanceProfile', 'CreateFunction20150331', 'RegisterTaskDefinition', 'CreateDevEndpoint')
  AND errorCode IS NULL
  AND coalesce(
    element_at(requestParameters, 'role'),
    element_at(requestParameters, 'roleArn'),
    element_at(requestParameters, 'taskRoleArn'),
    element_at(requestParameters, 'iamInstanceProfile'),
    element_at(requestParameters, 'AssociateIamInstanceProfileRequest')) IS NOT NULL
ORDER BY eventTime DESC, eventID
