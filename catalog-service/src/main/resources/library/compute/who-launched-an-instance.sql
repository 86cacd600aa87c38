-- title: Who launched an instance
-- description: >
--   Finds the launch of an instance by its id, and so the person or program behind a machine
--   that nobody knows.
-- category: compute
-- tags: [ec2, instance id, owner]
-- events: [ec2.amazonaws.com/RunInstances]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it happened
--   - name: instance
--     type: text
--     default: i-0123456789abcdef0
--     maxLength: 64
--     help: Id of the instance
-- columns:
--   eventTime: When it was launched
--   who: ARN of who launched it
--   byService: Service that did it for somebody
--   sessionOf: Role of the session, where there is one
--   account: Account of the instance
--   region: Region of the instance
--   address: Where it came from
--   userAgent: Program that launched it
-- finding: Ask who launched it. For a session, "Who assumed a role" tells who was behind it.
-- falseAlarms: There are none; an instance is launched once.
SELECT
  eventTime,
  userIdentity.arn AS who,
  userIdentity.invokedBy AS byService,
  userIdentity.sessionContext.sessionIssuer.arn AS sessionOf,
  recipientAccountId AS account,
  awsRegion AS region,
  sourceIPAddress AS address,
  userAgent
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventName = 'RunInstances'
  AND strpos(element_at(responseElements, 'instancesSet'), concat('"', {{instance}}, '"')) > 0
ORDER BY eventTime, eventID
