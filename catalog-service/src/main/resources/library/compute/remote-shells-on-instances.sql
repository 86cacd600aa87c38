-- title: Shells and commands on instances
-- description: >
--   Sessions and commands of Systems Manager, SSH keys pushed by EC2 Instance Connect, and the
--   serial console. All ways in that need no open port.
-- category: compute
-- tags: [ssm, session manager, ssh, run command, shell]
-- events: [ssm.amazonaws.com/StartSession, ssm.amazonaws.com/SendCommand, ec2-instance-connect.amazonaws.com/SendSSHPublicKey, ec2-instance-connect.amazonaws.com/SendSerialConsoleSSHPublicKey]
-- attack: [T1021.007, T1651]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the shell was opened
-- columns:
--   eventTime: When the shell was opened
--   way: Name of the event
--   target: Id of the instance, or targets of the command
--   document: Document that was run
--   commands: Commands, where the request has them
--   who: ARN of who did it
--   account: Account of the instance
--   error: Code of the error; empty where it succeeded
-- finding: >
--   Read the log of the session, if one is kept. A command that loads a program from outside is
--   an incident.
-- falseAlarms: Patching and agents send commands by themselves, with documents named "AWS-".
SELECT
  eventTime,
  eventName AS way,
  coalesce(
    element_at(requestParameters, 'target'),
    element_at(requestParameters, 'instanceId'),
    element_at(requestParameters, 'targets'),
    element_at(requestParameters, 'instanceIds')) AS target,
  element_at(requestParameters, 'documentName') AS document,
  json_format(json_extract(element_at(requestParameters, 'parameters'), '$.commands')) AS commands,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  errorCode AS error
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND ((eventSource = 'ssm.amazonaws.com' AND eventName IN ('StartSession', 'ResumeSession', 'SendCommand'))
    OR (eventSource = 'ec2-instance-connect.amazonaws.com' AND eventName LIKE 'Send%SSHPublicKey'))
ORDER BY eventTime DESC, eventID
