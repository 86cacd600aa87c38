-- title: Task definitions with too much power
-- description: >
--   Task definitions whose containers are privileged, share the host's processes or network, or
--   mount a folder of the host.
-- category: containers
-- tags: [ecs, privileged, task definition, escape]
-- events: [ecs.amazonaws.com/RegisterTaskDefinition]
-- attack: [T1611]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was registered
-- columns:
--   eventTime: When it was registered
--   family: Name of the task definition
--   privileged: Whether a container is privileged
--   hostProcesses: Whether it shares the processes of the host
--   hostFolders: Whether it mounts a folder of the host
--   taskRole: ARN of the role of the task
--   who: ARN of who registered it
--   account: Account of the task definition
-- finding: >
--   A container with these can take over its host, and with it the roles of all tasks there.
-- falseAlarms: Agents for monitoring and security need some of it.
SELECT
  eventTime,
  element_at(requestParameters, 'family') AS family,
  regexp_like(element_at(requestParameters, 'containerDefinitions'), '"privileged":true') AS privileged,
  coalesce(element_at(requestParameters, 'pidMode'), '') = 'host' AS hostProcesses,
  coalesce(regexp_like(element_at(requestParameters, 'volumes'), '"sourcePath":"/'), false) AS hostFolders,
  element_at(requestParameters, 'taskRoleArn') AS taskRole,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'ecs.amazonaws.com'
  AND eventName = 'RegisterTaskDefinition'
  AND errorCode IS NULL
  AND (regexp_like(element_at(requestParameters, 'containerDefinitions'), '"privileged":true')
    OR element_at(requestParameters, 'pidMode') = 'host'
    OR regexp_like(element_at(requestParameters, 'volumes'), '"sourcePath":"/'))
ORDER BY eventTime DESC, eventID
