-- title: Refused attempts to enter containers
-- description: >
--   Calls of ECS Exec that failed, by principal and cluster, with the reasons.
-- category: containers
-- tags: [ecs, exec, denied, container]
-- events: [ecs.amazonaws.com/ExecuteCommand]
-- attack: [T1609]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it happened
-- columns:
--   who: ARN of who tried
--   account: Account of the cluster
--   cluster: Name or ARN of the cluster
--   attempts: Number of attempts
--   reasons: Codes of the errors
--   last: Time of the latest attempt
-- finding: >
--   Somebody who may not and tries again and again wants something. Ask, or look at what else
--   was tried.
-- falseAlarms: Tasks that were started before ECS Exec was switched on refuse everybody.
SELECT
  userIdentity.arn AS who,
  recipientAccountId AS account,
  element_at(requestParameters, 'cluster') AS cluster,
  count(*) AS attempts,
  array_sort(array_agg(DISTINCT errorCode)) AS reasons,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'ecs.amazonaws.com'
  AND eventName = 'ExecuteCommand'
  AND errorCode IS NOT NULL
GROUP BY userIdentity.arn, recipientAccountId, element_at(requestParameters, 'cluster')
ORDER BY attempts DESC, who, cluster
