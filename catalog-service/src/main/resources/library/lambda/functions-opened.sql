-- title: Functions opened to others
-- description: >
--   Permissions that let everybody or another account call a function, and function URLs without
--   authentication.
-- category: lambda
-- tags: [function policy, add permission, function url, public]
-- events: [lambda.amazonaws.com/AddPermission20150331v2, lambda.amazonaws.com/CreateFunctionUrlConfig, lambda.amazonaws.com/UpdateFunctionUrlConfig]
-- attack: [T1098, T1190]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was opened
-- columns:
--   eventTime: When it was opened
--   action: Name of the event
--   functionName: Name or ARN of the function
--   principal: Who may call it; "*" is everybody
--   authentication: Authentication of the URL
--   who: ARN of who opened it
--   account: Account of the function
-- finding: >
--   Remove the permission by its statement id, or set the authentication of the URL to AWS_IAM.
-- falseAlarms: >
--   Permissions for services of AWS are left out. Web hooks have to be open, and check a
--   signature themselves.
SELECT
  eventTime,
  eventName AS action,
  element_at(requestParameters, 'functionName') AS functionName,
  element_at(requestParameters, 'principal') AS principal,
  coalesce(element_at(requestParameters, 'authType'), element_at(requestParameters, 'functionUrlAuthType')) AS authentication,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'lambda.amazonaws.com'
  AND errorCode IS NULL
  AND ((eventName LIKE 'AddPermission%'
      AND NOT ends_with(element_at(requestParameters, 'principal'), '.amazonaws.com')
      AND strpos(element_at(requestParameters, 'principal'), recipientAccountId) = 0)
    OR (eventName LIKE '%FunctionUrlConfig%' AND element_at(requestParameters, 'authType') = 'NONE'))
ORDER BY eventTime DESC, eventID
