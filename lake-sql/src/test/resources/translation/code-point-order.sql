select eventName from $EDS_ID where eventName > 'Z' order by eventName desc
