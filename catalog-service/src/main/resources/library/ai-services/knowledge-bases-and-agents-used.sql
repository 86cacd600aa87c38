-- title: Use of agents and knowledge bases
-- description: >
--   Who asked which agent or knowledge base. What they know comes from documents of yours, so a
--   question can be a way to read them.
-- category: ai-services
-- tags: [bedrock, agent, rag, knowledge base, retrieve]
-- events: [bedrock.amazonaws.com/InvokeAgent, bedrock.amazonaws.com/Retrieve, bedrock.amazonaws.com/RetrieveAndGenerate]
-- attack: [T1213]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was asked
-- columns:
--   who: ARN of who asked
--   action: Name of the event
--   subject: Id of the agent or of the knowledge base
--   account: Account of the agent
--   questions: Number of questions
--   refused: Questions that were refused
--   lastTime: Time of the latest one
-- finding: Give each application a role of its own, so that a stranger shows.
-- falseAlarms: Tests by developers.
SELECT
  userIdentity.arn AS who,
  eventName AS action,
  coalesce(
    element_at(requestParameters, 'agentId'),
    element_at(requestParameters, 'knowledgeBaseId'),
    json_extract_scalar(element_at(requestParameters, 'retrieveAndGenerateConfiguration'), '$.knowledgeBaseConfiguration.knowledgeBaseId')) AS subject,
  recipientAccountId AS account,
  count(*) AS questions,
  count(errorCode) AS refused,
  max(eventTime) AS lastTime
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'bedrock.amazonaws.com'
  AND eventName IN ('InvokeAgent', 'InvokeInlineAgent', 'InvokeFlow', 'Retrieve', 'RetrieveAndGenerate', 'RetrieveAndGenerateStream')
GROUP BY
  userIdentity.arn,
  eventName,
  coalesce(
    element_at(requestParameters, 'agentId'),
    element_at(requestParameters, 'knowledgeBaseId'),
    json_extract_scalar(element_at(requestParameters, 'retrieveAndGenerateConfiguration'), '$.knowledgeBaseConfiguration.knowledgeBaseId')),
  recipientAccountId
ORDER BY questions DESC, who, action, subject
