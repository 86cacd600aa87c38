select * from $EDS_ID where eventID = 'e4'
