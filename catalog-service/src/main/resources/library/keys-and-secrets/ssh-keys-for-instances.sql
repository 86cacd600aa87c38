-- title: Key pairs for instances, imported or created
-- description: >
--   New SSH key pairs of EC2, and the passwords of Windows instances that were fetched. Both
--   open machines from outside.
-- category: keys-and-secrets
-- tags: [ssh, key pair, windows password, ec2]
-- events: [ec2.amazonaws.com/ImportKeyPair, ec2.amazonaws.com/CreateKeyPair, ec2.amazonaws.com/GetPasswordData]
-- attack: [T1098.004, T1552.005]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it happened
-- columns:
--   eventTime: When it was done
--   action: Name of the event
--   subject: Name of the key pair, or id of the instance
--   who: ARN of who did it
--   account: Account in which it was done
--   region: Region in which it was done
--   error: Code of the error; empty where it succeeded
-- finding: >
--   Delete a key pair that nobody knows, and look for instances launched with it. Many denied
--   GetPasswordData in a row are an attack.
-- falseAlarms: Administrators of Windows machines who have no other way in.
SELECT
  eventTime,
  eventName AS action,
  coalesce(element_at(requestParameters, 'keyName'), element_at(requestParameters, 'instanceId')) AS subject,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region,
  errorCode AS error
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'ec2.amazonaws.com'
  AND eventName IN ('ImportKeyPair', 'CreateKeyPair', 'GetPasswordData')
ORDER BY eventTime DESC, eventID
