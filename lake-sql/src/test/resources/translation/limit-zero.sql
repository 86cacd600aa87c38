select eventID from $EDS_ID limit 0
