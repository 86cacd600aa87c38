select eventID from $EDS_ID where eventName like eventName order by 1
