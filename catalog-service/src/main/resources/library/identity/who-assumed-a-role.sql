-- title: Who assumed a role
-- description: >
--   Everybody who took on a given role, by any of the ways there are, with the names of their
--   sessions.
-- category: identity
-- tags: [assume role, session, saml, oidc]
-- events: [sts.amazonaws.com/AssumeRole, sts.amazonaws.com/AssumeRoleWithSAML, sts.amazonaws.com/AssumeRoleWithWebIdentity]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the role was assumed
--   - name: role
--     type: text
--     default: Administrator
--     maxLength: 256
--     help: Name of the role, or the end of its ARN
-- columns:
--   eventTime: When the role was assumed
--   way: Name of the event, which tells the way
--   caller: ARN or name of who assumed it; a service by its host name
--   role: ARN of the role
--   session: Name of the session, which later events carry
--   address: Where it came from
--   error: Code of the error; empty where it succeeded
-- finding: Take the name of the session and ask for what it did.
-- falseAlarms: Services assume roles for what runs in your account, many times an hour.
SELECT
  eventTime,
  eventName AS way,
  coalesce(userIdentity.arn, userIdentity.invokedBy, userIdentity.userName, userIdentity.principalId) AS caller,
  element_at(requestParameters, 'roleArn') AS role,
  element_at(requestParameters, 'roleSessionName') AS session,
  sourceIPAddress AS address,
  errorCode AS error
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'sts.amazonaws.com'
  AND eventName LIKE 'AssumeRole%'
  AND ends_with(element_at(requestParameters, 'roleArn'), concat('/', {{role}}))
ORDER BY eventTime DESC, eventID
