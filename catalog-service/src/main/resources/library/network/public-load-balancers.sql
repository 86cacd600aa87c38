-- title: Load balancers that face the internet
-- description: >
--   New load balancers that can be reached from outside. Each is a door with whatever stands
--   behind it.
-- category: network
-- tags: [load balancer, elb, internet-facing, exposure]
-- events: [elasticloadbalancing.amazonaws.com/CreateLoadBalancer]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was created
-- columns:
--   eventTime: When it was created
--   name: Name of the load balancer
--   kind: application, network, gateway or classic
--   who: ARN of who created it
--   account: Account of the load balancer
--   region: Region of the load balancer
--   securityGroups: Its security groups
-- finding: >
--   See that it has a listener with TLS, a web ACL and access logs, and that the service is
--   meant to be public.
-- falseAlarms: Controllers of clusters create them for services of type LoadBalancer.
SELECT
  eventTime,
  coalesce(element_at(requestParameters, 'name'), element_at(requestParameters, 'loadBalancerName')) AS name,
  coalesce(element_at(requestParameters, 'type'), IF(element_at(requestParameters, 'loadBalancerName') IS NULL, 'application', 'classic')) AS kind,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region,
  element_at(requestParameters, 'securityGroups') AS securityGroups
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'elasticloadbalancing.amazonaws.com'
  AND eventName = 'CreateLoadBalancer'
  AND errorCode IS NULL
  AND coalesce(element_at(requestParameters, 'scheme'), 'internet-facing') = 'internet-facing'
ORDER BY eventTime DESC, eventID
