-- title: Web firewalls that were taken away
-- description: >
--   Web ACLs of WAF that were removed from a resource, deleted, or no longer write logs.
-- category: network
-- tags: [waf, web acl, firewall]
-- events: [wafv2.amazonaws.com/DisassociateWebACL, wafv2.amazonaws.com/DeleteWebACL, wafv2.amazonaws.com/DeleteLoggingConfiguration, waf-regional.amazonaws.com/DisassociateWebACL]
-- attack: [T1562.007]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was taken away
-- columns:
--   eventTime: When it was taken away
--   action: Name of the event
--   resource: ARN of what lost the protection, or name of the web ACL
--   who: ARN of who did it
--   account: Account of the resource
--   region: Region of the resource
-- finding: Attach the web ACL again, and read the access logs of the resource since.
-- falseAlarms: A resource that is destroyed loses its web ACL first.
SELECT
  eventTime,
  eventName AS action,
  coalesce(element_at(requestParameters, 'resourceArn'), element_at(requestParameters, 'name'), element_at(requestParameters, 'webACLId')) AS resource,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource IN ('wafv2.amazonaws.com', 'waf-regional.amazonaws.com', 'waf.amazonaws.com')
  AND eventName IN ('DisassociateWebACL', 'DeleteWebACL', 'DeleteLoggingConfiguration')
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
