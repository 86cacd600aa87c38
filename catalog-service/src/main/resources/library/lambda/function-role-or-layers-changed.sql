-- title: Functions that got another role or layer
-- description: >
--   A layer brings code of others into a function, a role brings rights. Both are changed
--   without touching the code.
-- category: lambda
-- tags: [function, layer, role, configuration]
-- events: [lambda.amazonaws.com/UpdateFunctionConfiguration20150331v2]
-- attack: [T1525, T1098]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When it was changed
-- columns:
--   eventTime: When it was changed
--   functionName: Name or ARN of the function
--   layers: Layers that were asked for
--   role: Role that was asked for
--   who: ARN of who changed it
--   account: Account of the function
-- finding: >
--   A layer of a foreign account is code of strangers. Take it out, and look at what the
--   function may do.
-- falseAlarms: Layers of monitoring tools come from the accounts of their makers.
SELECT
  eventTime,
  element_at(requestParameters, 'functionName') AS functionName,
  element_at(requestParameters, 'layers') AS layers,
  element_at(requestParameters, 'role') AS role,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventName LIKE 'UpdateFunctionConfiguration%'
  AND errorCode IS NULL
  AND (element_at(requestParameters, 'layers') IS NOT NULL OR element_at(requestParameters, 'role') IS NOT NULL)
ORDER BY eventTime DESC, eventID
