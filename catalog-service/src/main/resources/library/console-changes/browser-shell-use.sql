-- title: Use of the shell in the browser
-- description: >
--   Who opened CloudShell, and who moved files through it. Its sessions have the rights of the
--   person, and their calls look as if made in the console.
-- category: console-changes
-- tags: [cloudshell, shell, upload, download]
-- events: [cloudshell.amazonaws.com/CreateEnvironment, cloudshell.amazonaws.com/CreateSession, cloudshell.amazonaws.com/GetFileDownloadUrls, cloudshell.amazonaws.com/GetFileUploadUrls]
-- attack: [T1059.009, T1567]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the shell was used
-- columns:
--   who: ARN of who used it
--   account: Account of the person
--   sessions: Number of sessions
--   downloads: Files that were taken out
--   uploads: Files that were brought in
--   addresses: Where the person came from
--   last: Time of the latest use
-- finding: Files that are taken out leave no other trace. Ask what they were.
-- falseAlarms: Administrators who prefer it to a shell of their own.
SELECT
  userIdentity.arn AS who,
  recipientAccountId AS account,
  count_if(eventName = 'CreateSession') AS sessions,
  count_if(eventName = 'GetFileDownloadUrls') AS downloads,
  count_if(eventName = 'GetFileUploadUrls') AS uploads,
  array_sort(array_agg(DISTINCT sourceIPAddress)) AS addresses,
  max(eventTime) AS last
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'cloudshell.amazonaws.com'
  AND eventName <> 'SendHeartBeat'
GROUP BY userIdentity.arn, recipientAccountId
ORDER BY downloads DESC, sessions DESC, who
