-- title: Ports opened to the whole internet
-- description: >
--   Rules of security groups that let in every address, by either of the two ways to write them.
-- category: network
-- tags: [security group, firewall, "0.0.0.0/0", exposure]
-- events: [ec2.amazonaws.com/AuthorizeSecurityGroupIngress, ec2.amazonaws.com/ModifySecurityGroupRules]
-- attack: [T1562.007]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the rule was made
--   - name: account
--     type: account
--     required: false
--     help: Only this account; all where it is empty
-- columns:
--   eventTime: When the rule was made
--   securityGroup: Id of the group
--   rule: The rule as it was asked for
--   who: ARN of who made it
--   account: Account of the group
--   region: Region of the group
--   fromConsole: Whether it was done in the console
-- finding: >
--   Restrict the rule to the addresses that need it. For ports 22, 3389 and those of databases
--   do it at once, and look at who connected.
-- falseAlarms: Load balancers that serve the public on 80 and 443.
SELECT
  eventTime,
  coalesce(
    element_at(requestParameters, 'groupId'),
    json_extract_scalar(element_at(requestParameters, 'ModifySecurityGroupRulesRequest'), '$.GroupId')) AS securityGroup,
  coalesce(element_at(requestParameters, 'ipPermissions'), element_at(requestParameters, 'ModifySecurityGroupRulesRequest')) AS rule,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region,
  coalesce(sessionCredentialFromConsole, 'false') = 'true' AS fromConsole
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'ec2.amazonaws.com'
  AND eventName IN ('AuthorizeSecurityGroupIngress', 'ModifySecurityGroupRules')
  AND errorCode IS NULL
  AND regexp_like(concat_ws(' ', element_at(requestParameters, 'ipPermissions'), element_at(requestParameters, 'ModifySecurityGroupRulesRequest'), element_at(requestParameters, 'cidrIp')), '0\.0\.0\.0/0|::/0')
  AND ({{account}} IS NULL OR recipientAccountId = {{account}})
ORDER BY eventTime DESC, eventID
