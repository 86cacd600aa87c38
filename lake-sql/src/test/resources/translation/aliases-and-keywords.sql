select e.eventName AS user, e.userIdentity.arn Source, useridentity.principalId, eventname "Key" from $EDS_ID e where e.eventID = 'e1' order by user
