-- How often did each identity call one of the Lambda functions with success?
SELECT
  element_at(requestParameters, 'functionName') AS functionName,
  userIdentity.arn,
  count(*) AS calls
FROM $EDS_ID
WHERE eventName = 'Invoke'
  AND errorCode IS NULL
GROUP BY userIdentity.arn, element_at(requestParameters, 'functionName')
ORDER BY calls DESC, functionName, userIdentity.arn
