-- title: Accounts that came, moved or left
-- description: >
--   Accounts of the organization that were created, invited, moved, closed or taken out, and
--   accounts that left by themselves.
-- category: organizations
-- tags: [organization, account, close, leave]
-- events: [organizations.amazonaws.com/CreateAccount, organizations.amazonaws.com/CloseAccount, organizations.amazonaws.com/LeaveOrganization, organizations.amazonaws.com/RemoveAccountFromOrganization, organizations.amazonaws.com/MoveAccount, organizations.amazonaws.com/InviteAccountToOrganization]
-- attack: [T1078.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it happened
-- columns:
--   eventTime: When it was done
--   action: Name of the event
--   subject: Id of the account, or name of the new one
--   who: ARN of who did it
--   account: Account from which it was done
--   error: Code of the error; empty where it succeeded
-- finding: An account that left is out of reach of every guard rail. Call its owner and AWS.
-- falseAlarms: Account vending by Control Tower.
SELECT
  eventTime,
  eventName AS action,
  coalesce(
    element_at(requestParameters, 'accountId'),
    json_extract_scalar(element_at(requestParameters, 'target'), '$.id'),
    json_extract_scalar(element_at(serviceEventDetails, 'createAccountStatus'), '$.accountId'),
    element_at(requestParameters, 'accountName'),
    recipientAccountId) AS subject,
  coalesce(userIdentity.arn, userIdentity.invokedBy) AS who,
  recipientAccountId AS account,
  errorCode AS error
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'organizations.amazonaws.com'
  AND eventName IN (
      'CreateAccount', 'CreateAccountResult', 'CreateGovCloudAccount', 'CloseAccount', 'CloseAccountResult',
      'LeaveOrganization', 'RemoveAccountFromOrganization', 'MoveAccount', 'InviteAccountToOrganization',
      'AcceptHandshake')
ORDER BY eventTime DESC, eventID
