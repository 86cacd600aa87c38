-- Who ran which command in which container, by ECS Exec? Attempts that were refused ran nothing.
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
WHERE eventSource = 'ecs.amazonaws.com'
  AND eventName = 'ExecuteCommand'
  AND errorCode IS NULL
ORDER BY eventTime, eventID
