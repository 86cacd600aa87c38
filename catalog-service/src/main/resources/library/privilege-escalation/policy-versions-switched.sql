-- title: Managed policies that got another version
-- description: >
--   A new version of a managed policy changes the rights of everything that has it, at once and
--   without a trace at the identities. Older versions can be switched back on in the same way.
-- category: privilege-escalation
-- tags: [policy version, managed policy, iam]
-- events: [iam.amazonaws.com/CreatePolicyVersion, iam.amazonaws.com/SetDefaultPolicyVersion]
-- attack: [T1098.003]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the version was switched
-- columns:
--   eventTime: When the version was switched
--   policy: ARN of the policy
--   version: Version that is in force now
--   who: ARN of who did it
--   account: Account of the policy
--   text: The new policy; empty where an older version was switched on
-- finding: Compare with the version before. Switch back what was not reviewed.
-- falseAlarms: >
--   Deployments. A version that is created without being made the default changes nothing and is
--   left out.
SELECT
  eventTime,
  element_at(requestParameters, 'policyArn') AS policy,
  coalesce(element_at(requestParameters, 'versionId'), json_extract_scalar(element_at(responseElements, 'policyVersion'), '$.versionId')) AS version,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  element_at(requestParameters, 'policyDocument') AS text
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'iam.amazonaws.com'
  AND (eventName = 'SetDefaultPolicyVersion'
    OR (eventName = 'CreatePolicyVersion' AND element_at(requestParameters, 'setAsDefault') = 'true'))
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
