-- title: Access to models that was asked for
-- description: >
--   Agreements and use cases by which an account gets access to a model. Strangers do this
--   before they call it.
-- category: ai-services
-- tags: [bedrock, entitlement, agreement, model access]
-- events: [bedrock.amazonaws.com/PutUseCaseForModelAccess, bedrock.amazonaws.com/CreateFoundationModelAgreement, bedrock.amazonaws.com/PutFoundationModelEntitlement]
-- attack: [T1496.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When access was asked for
-- columns:
--   eventTime: When access was asked for
--   action: Name of the event
--   model: Id of the model
--   who: ARN of who asked
--   account: Account that gets the access
--   region: Region in which it was asked
--   address: Where it came from
-- finding: Withdraw the access where no project wants it, and look for calls of the model.
-- falseAlarms: The first steps of a project.
SELECT
  eventTime,
  eventName AS action,
  element_at(requestParameters, 'modelId') AS model,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region,
  sourceIPAddress AS address
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'bedrock.amazonaws.com'
  AND regexp_like(eventName, '^(PutUseCaseForModelAccess|CreateFoundationModelAgreement|PutFoundationModelEntitlement)$')
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
