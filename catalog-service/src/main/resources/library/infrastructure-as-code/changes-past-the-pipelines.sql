-- title: Changes that went past the pipelines
-- description: >
--   Everything that was changed by people and programs beside the pipelines and CloudFormation.
--   What your code should have done, and did not do.
-- category: infrastructure-as-code
-- tags: [drift, manual, clickops, pipeline, terraform]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it was changed
--   - name: pipelines
--     type: list
--     default: [Deployment, CodeBuild, TerraformRole]
--     help: Names of the roles of your pipelines
--   - name: account
--     type: account
--     required: false
--     help: Only this account; all where it is empty
-- columns:
--   eventTime: When it was changed
--   who: ARN of who changed it
--   service: Service that was changed
--   action: What was done
--   account: Account in which it was changed
--   region: Region in which it was changed
--   fromConsole: Whether it was done in the console
-- finding: >
--   Bring the change into code or undo it, before the next run of the pipeline does so without
--   asking.
-- falseAlarms: >
--   Data that programs write by the plane of management, such as tags and metrics; add their
--   roles to the list.
SELECT
  eventTime,
  userIdentity.arn AS who,
  eventSource AS service,
  eventName AS action,
  recipientAccountId AS account,
  awsRegion AS region,
  coalesce(sessionCredentialFromConsole, 'false') = 'true' AS fromConsole
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND readOnly = false
  AND managementEvent = true
  AND errorCode IS NULL
  AND userIdentity.type <> 'AWSService'
  AND userIdentity.invokedBy IS NULL
  AND NOT (coalesce(userIdentity.sessionContext.sessionIssuer.userName, userIdentity.userName, '') IN ({{pipelines}}))
  AND eventSource NOT IN ('signin.amazonaws.com', 'sts.amazonaws.com', 'sso.amazonaws.com')
  AND ({{account}} IS NULL OR recipientAccountId = {{account}})
ORDER BY eventTime DESC, eventID
