-- title: Console passwords set for other users
-- description: >
--   Somebody gave a password to a user, or changed it, who is not that user. With it they can
--   sign in as the user.
-- category: privilege-escalation
-- tags: [login profile, password, takeover]
-- events: [iam.amazonaws.com/CreateLoginProfile, iam.amazonaws.com/UpdateLoginProfile]
-- attack: [T1098, T1078.004]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 30 days
--     help: When the password was set
-- columns:
--   eventTime: When the password was set
--   user: Name of the user who got the password
--   newPassword: Whether the user had none before
--   resetAsked: Whether the user has to change it at the next sign-in
--   who: ARN of who set it
--   account: Account of the user
-- finding: >
--   A user of a program that suddenly has a password is to be locked. Look for a sign-in of that
--   user right after.
-- falseAlarms: >
--   The help desk. Resets that the user has to change at the next sign-in are mostly its work.
SELECT
  eventTime,
  element_at(requestParameters, 'userName') AS user,
  eventName = 'CreateLoginProfile' AS newPassword,
  coalesce(element_at(requestParameters, 'passwordResetRequired'), 'false') = 'true' AS resetAsked,
  userIdentity.arn AS who,
  recipientAccountId AS account
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND eventSource = 'iam.amazonaws.com'
  AND eventName IN ('CreateLoginProfile', 'UpdateLoginProfile')
  AND errorCode IS NULL
  AND element_at(requestParameters, 'userName') IS DISTINCT FROM userIdentity.userName
ORDER BY eventTime DESC, eventID
