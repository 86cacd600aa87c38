-- title: Roles of pipelines taken on by others
-- description: >
--   Sessions of a pipeline's role that did not come from the service the pipeline runs on. Such
--   a role has many rights and no second factor.
-- category: infrastructure-as-code
-- tags: [pipeline, role, abuse, deploy]
-- events: [sts.amazonaws.com/AssumeRole, sts.amazonaws.com/AssumeRoleWithWebIdentity]
-- attack: [T1078.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the role was assumed
--   - name: pipelines
--     type: list
--     default: [Deployment, CodeBuild, TerraformRole]
--     help: Names of the roles of your pipelines
-- columns:
--   eventTime: When the role was assumed
--   role: ARN of the role
--   who: Who assumed it
--   session: Name of the session
--   address: Where it came from
--   userAgent: Program that assumed it
--   account: Account of the role
-- finding: >
--   Narrow the trust policy to the pipeline, with its repository and branch where it has a web
--   identity.
-- falseAlarms: Break-glass use with a ticket.
SELECT
  eventTime,
  element_at(requestParameters, 'roleArn') AS role,
  coalesce(userIdentity.arn, userIdentity.userName, userIdentity.principalId) AS who,
  element_at(requestParameters, 'roleSessionName') AS session,
  sourceIPAddress AS address,
  userAgent,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'sts.amazonaws.com'
  AND eventName LIKE 'AssumeRole%'
  AND errorCode IS NULL
  AND element_at(split(element_at(requestParameters, 'roleArn'), '/'), -1) IN ({{pipelines}})
  AND userIdentity.type <> 'AWSService'
  AND coalesce(userIdentity.identityProvider, '') NOT LIKE '%token.actions.githubusercontent.com%'
ORDER BY eventTime DESC, eventID
