-- title: Commands run in containers
-- description: >
--   Who ran which command in which container by ECS Exec. Attempts that were refused ran nothing
--   and are left out.
-- category: containers
-- tags: [ecs, exec, shell, command, task]
-- events: [ecs.amazonaws.com/ExecuteCommand]
-- attack: [T1609]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the command was run
--   - name: account
--     type: account
--     required: false
--     help: Only this account; all where it is empty
-- columns:
--   eventTime: When the command was started
--   who: ARN of the caller
--   account: Account of the cluster
--   region: Region of the cluster
--   cluster: Name or ARN of the cluster
--   task: Id or ARN of the task
--   container: Name of the container
--   command: The command
-- finding: >
--   Compare with tickets. A shell shows only its start; what was typed in it is in the session's
--   log, where the cluster keeps one.
-- falseAlarms: People on call look into containers, mostly with a shell and few commands.
SELECT
  eventTime,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region,
  element_at(requestParameters, 'cluster') AS cluster,
  element_at(requestParameters, 'task') AS task,
  element_at(requestParameters, 'container') AS container,
  element_at(requestParameters, 'command') AS command
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'ecs.amazonaws.com'
  AND eventName = 'ExecuteCommand'
  AND errorCode IS NULL
  AND ({{account}} IS NULL OR recipientAccountId = {{account}})
ORDER BY eventTime DESC, eventID
