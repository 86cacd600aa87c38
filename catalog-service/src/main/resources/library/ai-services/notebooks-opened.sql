-- title: Notebooks of SageMaker that were opened
-- description: >
--   Links to notebooks and studios that were made, and notebooks with direct access to the
--   internet or with root. A notebook has the rights of its role.
-- category: ai-services
-- tags: [sagemaker, notebook, presigned url, studio]
-- events: [sagemaker.amazonaws.com/CreatePresignedNotebookInstanceUrl, sagemaker.amazonaws.com/CreatePresignedDomainUrl, sagemaker.amazonaws.com/CreateNotebookInstance]
-- attack: [T1059]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was opened
-- columns:
--   eventTime: When it was opened
--   action: Name of the event
--   notebook: Name of the notebook or id of the studio
--   internet: Whether it reaches the internet directly
--   rootAccess: Whether its user is root
--   who: ARN of who did it
--   account: Account of the notebook
-- finding: >
--   Somebody who opens the notebook of another works with the role of that one. Give each person
--   an own profile.
-- falseAlarms: Data scientists at work.
SELECT
  eventTime,
  eventName AS action,
  coalesce(element_at(requestParameters, 'notebookInstanceName'), element_at(requestParameters, 'domainId')) AS notebook,
  element_at(requestParameters, 'directInternetAccess') AS internet,
  element_at(requestParameters, 'rootAccess') AS rootAccess,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'sagemaker.amazonaws.com'
  AND eventName IN ('CreatePresignedNotebookInstanceUrl', 'CreatePresignedDomainUrl', 'CreateNotebookInstance')
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
