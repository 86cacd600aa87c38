select eventID, errorCode from $EDS_ID order by errorCode desc, eventID desc
