-- title: Resources that people created
-- description: >
--   What came into being without CloudFormation and without a role of a pipeline, counted by
--   person and kind. The list to import into code.
-- category: infrastructure-as-code
-- tags: [inventory, manual, import, drift]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it happened
--   - name: pipelines
--     type: list
--     default: [Deployment, CodeBuild, TerraformRole]
--     help: Names of the roles of your pipelines
-- columns:
--   who: Name of the session or of the user
--   account: Account in which it was created
--   service: Service that was asked
--   created: Names of the events, in order
--   resources: Number of calls that succeeded
--   lastTime: Time of the latest one
-- finding: Tag each resource with an owner, import it, or delete it.
-- falseAlarms: >
--   Short-lived things such as log streams, grants and sessions are left out; others may have to
--   be.
SELECT
  element_at(split(userIdentity.arn, '/'), -1) AS who,
  recipientAccountId AS account,
  eventSource AS service,
  array_sort(array_agg(DISTINCT eventName)) AS created,
  count(*) AS resources,
  max(eventTime) AS lastTime
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND (starts_with(eventName, 'Create') OR eventName IN ('RunInstances', 'AllocateAddress', 'RegisterTaskDefinition'))
  AND eventName NOT IN ('CreateLogStream', 'CreateGrant', 'CreateToken', 'CreateSession', 'CreateTags', 'CreateChangeSet')
  AND readOnly = false
  AND errorCode IS NULL
  AND userIdentity.invokedBy IS NULL
  AND userIdentity.type IN ('IAMUser', 'AssumedRole', 'Root')
  AND NOT (coalesce(userIdentity.sessionContext.sessionIssuer.userName, '') IN ({{pipelines}}))
GROUP BY element_at(split(userIdentity.arn, '/'), -1), recipientAccountId, eventSource
ORDER BY resources DESC, who, account, service
