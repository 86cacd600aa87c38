-- How often was each Lambda function called, and by whom? Calls that failed are not counted. What a
-- service of AWS calls by itself has no ARN; there the service is named.
SELECT
  element_at(requestParameters, 'functionName') AS functionName,
  userIdentity.arn AS caller,
  userIdentity.invokedBy AS service,
  count(*) AS calls
FROM $EDS_ID
WHERE eventSource = 'lambda.amazonaws.com'
  AND eventName = 'Invoke'
  AND errorCode IS NULL
GROUP BY element_at(requestParameters, 'functionName'), userIdentity.arn, userIdentity.invokedBy
ORDER BY calls DESC, functionName, caller, service
