-- title: Invocations of models
-- description: >
--   Who called which model of Bedrock how often. The text of prompts and answers is not in these
--   events.
-- category: ai-services
-- tags: [bedrock, model, invoke, llm, genai]
-- events: [bedrock.amazonaws.com/InvokeModel, bedrock.amazonaws.com/InvokeModelWithResponseStream, bedrock.amazonaws.com/Converse, bedrock.amazonaws.com/ConverseStream]
-- attack: [T1496.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the model was called
-- columns:
--   who: ARN of the caller
--   model: Id of the model
--   account: Account that pays
--   region: Region of the model
--   calls: Calls that succeeded
--   failures: Calls that failed
--   lastTime: Time of the latest call
-- finding: >
--   Calls by a key of a person or from a new Region are how stolen credentials are turned into
--   money. Deactivate the key.
-- falseAlarms: New applications.
SELECT
  coalesce(userIdentity.arn, userIdentity.principalId) AS who,
  element_at(requestParameters, 'modelId') AS model,
  recipientAccountId AS account,
  awsRegion AS region,
  count_if(errorCode IS NULL) AS calls,
  count(errorCode) AS failures,
  max(eventTime) AS lastTime
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'bedrock.amazonaws.com'
  AND eventName IN ('InvokeModel', 'InvokeModelWithResponseStream', 'Converse', 'ConverseStream', 'InvokeModelWithBidirectionalStream')
GROUP BY coalesce(userIdentity.arn, userIdentity.principalId), element_at(requestParameters, 'modelId'), recipientAccountId, awsRegion
ORDER BY calls DESC, who, model, region
