-- title: Functions whose code was changed
-- description: >
--   Functions that were created or got other code, with the version of the API in the name left
--   out.
-- category: lambda
-- tags: [function, code, deploy, lambda]
-- events: [lambda.amazonaws.com/CreateFunction20150331, lambda.amazonaws.com/UpdateFunctionCode20150331v2]
-- attack: [T1648, T1525]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the code was changed
--   - name: account
--     type: account
--     required: false
--     help: Only this account; all where it is empty
-- columns:
--   eventTime: When the code was changed
--   action: What was done
--   functionName: Name or ARN of the function
--   codeHash: SHA-256 of the new code, base64
--   who: ARN of who changed it
--   account: Account of the function
--   fromConsole: Whether it was done in the console
-- finding: >
--   Compare the hash with what the pipeline built. Code that nobody built runs with the role of
--   the function.
-- falseAlarms: Deployments.
SELECT
  eventTime,
  regexp_extract(eventName, '^[A-Za-z]+') AS action,
  element_at(requestParameters, 'functionName') AS functionName,
  element_at(responseElements, 'codeSha256') AS codeHash,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  coalesce(sessionCredentialFromConsole, 'false') = 'true' AS fromConsole
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'lambda.amazonaws.com'
  AND (eventName LIKE 'CreateFunction2%' OR eventName LIKE 'UpdateFunctionCode%')
  AND errorCode IS NULL
  AND ({{account}} IS NULL OR recipientAccountId = {{account}})
ORDER BY eventTime DESC, eventID
