-- title: Network ACLs that let everybody in
-- description: >
--   Entries of network ACLs that allow incoming traffic from everywhere on all or some ports.
-- category: network
-- tags: [nacl, network acl, firewall, vpc]
-- events: [ec2.amazonaws.com/CreateNetworkAclEntry, ec2.amazonaws.com/ReplaceNetworkAclEntry]
-- attack: [T1562.007]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the entry was made
-- columns:
--   eventTime: When the entry was made
--   acl: Id of the network ACL
--   ruleNumber: Number of the entry; the lowest that fits counts
--   protocol: Number of the protocol; -1 is all
--   ports: First and last port
--   who: ARN of who made it
--   account: Account of the network
-- finding: >
--   Network ACLs are the second wall. Close the entry again if the security groups behind it are
--   wide too.
-- falseAlarms: The default ACL of a VPC allows everything, and many leave it so.
SELECT
  eventTime,
  element_at(requestParameters, 'networkAclId') AS acl,
  TRY_CAST(element_at(requestParameters, 'ruleNumber') AS bigint) AS ruleNumber,
  element_at(requestParameters, 'aclProtocol') AS protocol,
  concat_ws('-', json_extract_scalar(element_at(requestParameters, 'portRange'), '$.from'), json_extract_scalar(element_at(requestParameters, 'portRange'), '$.to')) AS ports,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventName IN ('CreateNetworkAclEntry', 'ReplaceNetworkAclEntry')
  AND errorCode IS NULL
  AND element_at(requestParameters, 'egress') = 'false'
  AND element_at(requestParameters, 'ruleAction') = 'allow'
  AND (element_at(requestParameters, 'cidrBlock') = '0.0.0.0/0' OR element_at(requestParameters, 'ipv6CidrBlock') = '::/0')
ORDER BY eventTime DESC, eventID
