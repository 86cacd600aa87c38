select eventID from $EDS_ID where eventName like 'a\b_c%' or eventName like 'Run%'
