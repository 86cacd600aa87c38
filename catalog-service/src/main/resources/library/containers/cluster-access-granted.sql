-- title: Access to Kubernetes clusters that was granted
-- description: >
--   Principals that got an access entry or an access policy of an EKS cluster.
-- category: containers
-- tags: [eks, kubernetes, access entry, rbac]
-- events: [eks.amazonaws.com/CreateAccessEntry, eks.amazonaws.com/AssociateAccessPolicy]
-- attack: [T1098.006]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was granted
-- columns:
--   eventTime: When it was granted
--   action: Name of the event
--   cluster: Name of the cluster
--   principal: ARN of who got the access
--   policy: ARN of the access policy
--   scope: Whole cluster, or namespaces
--   who: ARN of who granted it
--   account: Account of the cluster
-- finding: >
--   For an administrator's policy ask for the approval. What was done inside of the cluster is
--   in its audit log, not here.
-- falseAlarms: The creator of a cluster gets access by itself.
SELECT
  eventTime,
  eventName AS action,
  coalesce(element_at(requestParameters, 'name'), element_at(requestParameters, 'clusterName')) AS cluster,
  url_decode(element_at(requestParameters, 'principalArn')) AS principal,
  element_at(requestParameters, 'policyArn') AS policy,
  json_extract_scalar(element_at(requestParameters, 'accessScope'), '$.type') AS scope,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'eks.amazonaws.com'
  AND eventName IN ('CreateAccessEntry', 'AssociateAccessPolicy', 'UpdateAccessEntry')
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
