select eventjson, eventJsonChecksum from $EDS_ID where eventID = 'e5'
