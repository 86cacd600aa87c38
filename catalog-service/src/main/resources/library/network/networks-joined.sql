-- title: Networks that were joined with others
-- description: >
--   Peerings, VPN connections, transit gateway attachments and shared subnets that connect a
--   network of yours with another one.
-- category: network
-- tags: [peering, vpn, transit gateway, vpc]
-- events: [ec2.amazonaws.com/AcceptVpcPeeringConnection, ec2.amazonaws.com/CreateVpcPeeringConnection, ec2.amazonaws.com/CreateVpnConnection, ec2.amazonaws.com/CreateTransitGatewayVpcAttachment, ec2.amazonaws.com/AcceptTransitGatewayVpcAttachment, ec2.amazonaws.com/CreateClientVpnEndpoint]
-- attack: [T1599]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When the networks were joined
-- columns:
--   eventTime: When the networks were joined
--   action: Name of the event
--   who: ARN of who did it
--   account: Account of the network
--   region: Region of the network
--   otherAccount: Account at the other end, where the request names it
--   request: What was asked for
-- finding: >
--   A connection to an account that is not yours needs a contract and an owner. Reject or delete
--   it otherwise.
-- falseAlarms: The network team at work.
SELECT
  eventTime,
  eventName AS action,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region,
  coalesce(
    element_at(requestParameters, 'peerOwnerId'),
    json_extract_scalar(element_at(responseElements, 'vpcPeeringConnection'), '$.requesterVpcInfo.ownerId')) AS otherAccount,
  requestParameters AS request
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'ec2.amazonaws.com'
  AND regexp_like(eventName, '^(Create|Accept)(VpcPeeringConnection|VpnConnection|TransitGateway.*Attachment|ClientVpnEndpoint)$')
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
