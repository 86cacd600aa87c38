-- title: Guardrails and logs of models that were weakened
-- description: >
--   Guardrails of Bedrock that were changed or deleted, and the log of prompts that was switched
--   off.
-- category: ai-services
-- tags: [bedrock, guardrail, invocation logging, evasion]
-- events: [bedrock.amazonaws.com/DeleteGuardrail, bedrock.amazonaws.com/UpdateGuardrail, bedrock.amazonaws.com/DeleteModelInvocationLoggingConfiguration, bedrock.amazonaws.com/PutModelInvocationLoggingConfiguration]
-- attack: [T1562.008]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it was weakened
-- columns:
--   eventTime: When it was weakened
--   action: Name of the event
--   guardrail: Id of the guardrail
--   who: ARN of who did it
--   account: Account in which it was done
--   region: Region in which it was done
-- finding: Set it back. Without the log nobody can say what was asked and answered.
-- falseAlarms: Tuning of a guardrail by those who own it.
SELECT
  eventTime,
  eventName AS action,
  element_at(requestParameters, 'guardrailIdentifier') AS guardrail,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'bedrock.amazonaws.com'
  AND (eventName LIKE '%Guardrail' OR eventName LIKE '%ModelInvocationLoggingConfiguration')
  AND readOnly = false
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
