-- title: Kubernetes clusters opened to the internet
-- description: >
--   EKS clusters whose API can be reached from everywhere, by creation or by change.
-- category: containers
-- tags: [eks, kubernetes, endpoint, public]
-- events: [eks.amazonaws.com/CreateCluster, eks.amazonaws.com/UpdateClusterConfig]
-- attack: [T1133]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it was opened
-- columns:
--   eventTime: When it was opened
--   action: Name of the event
--   cluster: Name of the cluster
--   networks: Networks that may reach it
--   who: ARN of who did it
--   account: Account of the cluster
--   region: Region of the cluster
-- finding: Restrict the networks, or make the endpoint private.
-- falseAlarms: >
--   Where nothing is said at the creation, everybody may reach the endpoint; that is shown too.
SELECT
  eventTime,
  eventName AS action,
  coalesce(element_at(requestParameters, 'name'), element_at(requestParameters, 'clusterName')) AS cluster,
  json_format(json_extract(element_at(requestParameters, 'resourcesVpcConfig'), '$.publicAccessCidrs')) AS networks,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'eks.amazonaws.com'
  AND errorCode IS NULL
  AND ((eventName = 'UpdateClusterConfig'
      AND (json_extract_scalar(element_at(requestParameters, 'resourcesVpcConfig'), '$.endpointPublicAccess') = 'true'
        OR json_array_contains(json_extract(element_at(requestParameters, 'resourcesVpcConfig'), '$.publicAccessCidrs'), '0.0.0.0/0')))
    OR (eventName = 'CreateCluster'
      AND coalesce(json_extract_scalar(element_at(requestParameters, 'resourcesVpcConfig'), '$.endpointPublicAccess'), 'true') = 'true'
      AND (json_extract(element_at(requestParameters, 'resourcesVpcConfig'), '$.publicAccessCidrs') IS NULL
        OR json_array_contains(json_extract(element_at(requestParameters, 'resourcesVpcConfig'), '$.publicAccessCidrs'), '0.0.0.0/0'))))
ORDER BY eventTime DESC, eventID
