-- title: Contacts and Regions of accounts that were changed
-- description: >
--   Contacts, the mail address of the root user, and Regions that were switched on. Whoever
--   changes these prepares to take over or to hide.
-- category: organizations
-- tags: [account, contact, email, region, root]
-- events: [account.amazonaws.com/EnableRegion, account.amazonaws.com/PutContactInformation, account.amazonaws.com/PutAlternateContact, account.amazonaws.com/StartPrimaryEmailUpdate, iam.amazonaws.com/EmailUpdated]
-- attack: [T1098, T1535]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it happened
-- columns:
--   eventTime: When it was changed
--   action: Name of the event
--   detail: Region, or kind of the contact
--   who: ARN of who changed it
--   account: Account that was changed
--   address: Where it came from
-- finding: >
--   Mails of AWS about abuse and invoices go to these contacts. Set them back and ask who did
--   it.
-- falseAlarms: Cleaning up contacts over all accounts.
SELECT
  eventTime,
  eventName AS action,
  coalesce(element_at(requestParameters, 'RegionName'), element_at(requestParameters, 'regionName'), element_at(requestParameters, 'alternateContactType'), element_at(requestParameters, 'AlternateContactType')) AS detail,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  sourceIPAddress AS address
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND (eventSource = 'account.amazonaws.com' OR eventName = 'EmailUpdated')
  AND regexp_like(eventName, '^(Put|Delete|Enable|Disable|Start|Accept|Email)')
  AND errorCode IS NULL
ORDER BY eventTime DESC, eventID
