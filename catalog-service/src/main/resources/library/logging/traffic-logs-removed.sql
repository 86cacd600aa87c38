-- title: Logs of network traffic that were removed
-- description: >
--   VPC flow logs, query logs of the resolver, and access logs of load balancers and buckets
--   that were switched off.
-- category: logging
-- tags: [flow logs, dns query log, access log, evasion]
-- events: [ec2.amazonaws.com/DeleteFlowLogs, route53resolver.amazonaws.com/DeleteResolverQueryLogConfig, elasticloadbalancing.amazonaws.com/ModifyLoadBalancerAttributes, s3.amazonaws.com/PutBucketLogging]
-- attack: [T1562.008]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When the log was removed
-- columns:
--   eventTime: When the log was removed
--   action: Name of the event
--   who: ARN of who removed it
--   account: Account of the resource
--   region: Region of the resource
--   request: What was asked for
-- finding: >
--   Switch the log on again. Time without it is a gap for every later question about traffic.
-- falseAlarms: A network or a load balancer that is given up.
SELECT
  eventTime,
  eventName AS action,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region,
  requestParameters AS request
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND errorCode IS NULL
  AND (eventName IN ('DeleteFlowLogs', 'DeleteResolverQueryLogConfig', 'DisassociateResolverQueryLogConfig')
    OR (eventName = 'ModifyLoadBalancerAttributes'
      AND regexp_like(element_at(requestParameters, 'attributes'), '"access_logs.s3.enabled","value":"false"'))
    OR (eventName = 'PutBucketLogging'
      AND json_extract(element_at(requestParameters, 'BucketLoggingStatus'), '$.LoggingEnabled') IS NULL))
ORDER BY eventTime DESC, eventID
