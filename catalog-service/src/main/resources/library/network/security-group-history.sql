-- title: History of a security group
-- description: >
--   All that was changed at one security group, from its creation on.
-- category: network
-- tags: [security group, firewall, history]
-- events: [ec2.amazonaws.com/AuthorizeSecurityGroupIngress, ec2.amazonaws.com/AuthorizeSecurityGroupEgress, ec2.amazonaws.com/RevokeSecurityGroupIngress, ec2.amazonaws.com/RevokeSecurityGroupEgress, ec2.amazonaws.com/ModifySecurityGroupRules]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it happened
--   - name: securityGroup
--     type: text
--     default: sg-0123456789abcdef0
--     maxLength: 64
--     help: Id of the group
-- columns:
--   eventTime: When it was changed
--   action: Name of the event
--   who: ARN of who changed it
--   account: Account of the group
--   request: What was asked for
--   error: Code of the error; empty where it succeeded
-- finding: The line after which the group lets in what it should not is the one to ask about.
-- falseAlarms: Some tools remove and add all rules at each run.
SELECT
  eventTime,
  eventName AS action,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  requestParameters AS request,
  errorCode AS error
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'ec2.amazonaws.com'
  AND eventName LIKE '%SecurityGroup%'
  AND readOnly = false
  AND (element_at(requestParameters, 'groupId') = {{securityGroup}}
    OR element_at(responseElements, 'groupId') = {{securityGroup}}
    OR json_extract_scalar(element_at(requestParameters, 'ModifySecurityGroupRulesRequest'), '$.GroupId') = {{securityGroup}})
ORDER BY eventTime, eventID
