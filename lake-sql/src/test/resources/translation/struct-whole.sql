select eventContext, userIdentity from $EDS_ID where eventTime >= timestamp '2023-12-31 00:00:00' order by eventTime
