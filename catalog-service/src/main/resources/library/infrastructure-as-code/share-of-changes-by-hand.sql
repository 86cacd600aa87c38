-- title: Share of changes made by hand
-- description: >
--   For each account and service, how many changes came from pipelines, from the console, and
--   from others. A figure for the monthly report.
-- category: infrastructure-as-code
-- tags: [report, ratio, drift, clickops]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: The time of the report
--   - name: pipelines
--     type: list
--     default: [Deployment, CodeBuild, TerraformRole]
--     help: Names of the roles of your pipelines
-- columns:
--   account: Account in which it was changed
--   service: Service that was changed
--   changes: All changes
--   byPipeline: Changes by pipelines and CloudFormation
--   byConsole: Changes in the console
--   byOthers: Other changes
--   percentByCode: Part of the changes that came from pipelines
-- finding: Begin with the service that has most changes and the smallest part by code.
-- falseAlarms: Services that programs change all the time, such as queues and streams.
SELECT
  account,
  service,
  count(*) AS changes,
  count_if(way = 'pipeline') AS byPipeline,
  count_if(way = 'console') AS byConsole,
  count_if(way = 'other') AS byOthers,
  round(count_if(way = 'pipeline') * 1e2 / count(*), 1) AS percentByCode
FROM (
  SELECT
    recipientAccountId AS account,
    eventSource AS service,
    CASE
      WHEN userIdentity.invokedBy = 'cloudformation.amazonaws.com' THEN 'pipeline'
      WHEN userIdentity.sessionContext.sessionIssuer.userName IN ({{pipelines}}) THEN 'pipeline'
      WHEN sessionCredentialFromConsole = 'true' THEN 'console'
      ELSE 'other'
    END AS way
  FROM $EDS_ID
  WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
    AND readOnly = false
    AND managementEvent = true
    AND errorCode IS NULL
    AND userIdentity.type <> 'AWSService') c
GROUP BY account, service
ORDER BY changes DESC, account, service
