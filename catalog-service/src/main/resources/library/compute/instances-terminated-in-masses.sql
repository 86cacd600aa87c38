-- title: Instances terminated in masses
-- description: >
--   Principals that ended many instances within an hour. What a call ends is counted one by one.
-- category: compute
-- tags: [ec2, terminate, destruction]
-- events: [ec2.amazonaws.com/TerminateInstances]
-- attack: [T1485, T1489]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the instances were terminated
--   - name: least
--     type: integer
--     default: 5
--     min: 1
--     max: 100000
--     help: From how many instances an hour on
-- columns:
--   hour: The hour, UTC
--   who: ARN of who terminated them
--   account: Account of the instances
--   instances: Number of different instances
--   ids: Their ids in order, at most twenty
-- finding: >
--   Stop the principal. Volumes that were not to be deleted with the instance, snapshots and
--   images are what can be restored from.
-- falseAlarms: >
--   Autoscaling ends instances by itself and is left out where the service did it; batch
--   clusters do not.
SELECT
  date_trunc('hour', e.eventTime) AS hour,
  e.userIdentity.arn AS who,
  e.recipientAccountId AS account,
  count(DISTINCT json_extract_scalar(i.item, '$.instanceId')) AS instances,
  slice(array_sort(array_agg(DISTINCT json_extract_scalar(i.item, '$.instanceId'))), 1, 20) AS ids
FROM $EDS_ID e
CROSS JOIN UNNEST(CAST(json_extract(element_at(e.requestParameters, 'instancesSet'), '$.items') AS array(json))) AS i (item)
WHERE e.eventTime >= {{period.start}} AND e.eventTime < {{period.end}}
  AND e.eventSource = 'ec2.amazonaws.com'
  AND e.eventName = 'TerminateInstances'
  AND e.errorCode IS NULL
  AND e.userIdentity.invokedBy IS NULL
GROUP BY date_trunc('hour', e.eventTime), e.userIdentity.arn, e.recipientAccountId
HAVING count(DISTINCT json_extract_scalar(i.item, '$.instanceId')) >= {{least}}
ORDER BY instances DESC, hour DESC, who
