select userIdentity.* from $EDS_ID where eventID = 'e1'
