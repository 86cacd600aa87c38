-- Which changes were made from the console, and by whom? The services mark what comes from there
-- themselves, so neither a forged user agent nor a switched role hides it.
SELECT
  eventTime,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  awsRegion AS region,
  eventSource AS service,
  eventName AS action
FROM $EDS_ID
WHERE sessionCredentialFromConsole = 'true'
  AND readOnly = false
  AND errorCode IS NULL
ORDER BY eventTime, eventID
