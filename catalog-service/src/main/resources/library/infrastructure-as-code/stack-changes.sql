-- title: Stacks that were created, updated or deleted
-- description: >
--   What was done with stacks of CloudFormation, by whom and from which template.
-- category: infrastructure-as-code
-- tags: [cloudformation, stack, template, deploy]
-- events: [cloudformation.amazonaws.com/CreateStack, cloudformation.amazonaws.com/UpdateStack, cloudformation.amazonaws.com/DeleteStack, cloudformation.amazonaws.com/ExecuteChangeSet]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the stack was changed
--   - name: stack
--     type: text
--     required: false
--     maxLength: 200
--     help: Only stacks that have this text in their name
-- columns:
--   eventTime: When the stack was changed
--   action: Name of the event
--   stackName: Name or ARN of the stack
--   template: Address of the template, where there is one
--   who: ARN of who did it
--   account: Account of the stack
--   region: Region of the stack
-- finding: >
--   A template from an address outside of your buckets deserves a look, as does a deletion by
--   hand.
-- falseAlarms: Deployments.
SELECT
  eventTime,
  eventName AS action,
  element_at(requestParameters, 'stackName') AS stackName,
  element_at(requestParameters, 'templateURL') AS template,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'cloudformation.amazonaws.com'
  AND eventName IN ('CreateStack', 'UpdateStack', 'DeleteStack', 'ExecuteChangeSet', 'RollbackStack')
  AND errorCode IS NULL
  AND ({{stack}} IS NULL OR strpos(element_at(requestParameters, 'stackName'), {{stack}}) > 0)
ORDER BY eventTime DESC, eventID
