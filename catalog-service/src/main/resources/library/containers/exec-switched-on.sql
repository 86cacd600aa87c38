-- title: Services and tasks opened for ECS Exec
-- description: >
--   Services and tasks that were started or changed so that commands can be run in their
--   containers.
-- category: containers
-- tags: [ecs, enable execute command, service]
-- events: [ecs.amazonaws.com/CreateService, ecs.amazonaws.com/UpdateService, ecs.amazonaws.com/RunTask]
-- attack: [T1609]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was switched on
-- columns:
--   eventTime: When it was switched on
--   action: Name of the event
--   cluster: Name or ARN of the cluster
--   subject: Name of the service, or of the task definition
--   who: ARN of who did it
--   account: Account of the cluster
-- finding: >
--   In production it should be an exception with an end. Switch it off, and look whether a
--   command followed.
-- falseAlarms: Environments for tests have it on for all services.
SELECT
  eventTime,
  eventName AS action,
  element_at(requestParameters, 'cluster') AS cluster,
  coalesce(element_at(requestParameters, 'service'), element_at(requestParameters, 'serviceName'), element_at(requestParameters, 'taskDefinition')) AS subject,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'ecs.amazonaws.com'
  AND eventName IN ('CreateService', 'UpdateService', 'RunTask', 'StartTask')
  AND errorCode IS NULL
  AND element_at(requestParameters, 'enableExecuteCommand') = 'true'
ORDER BY eventTime DESC, eventID
