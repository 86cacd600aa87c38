select eventID from $EDS_ID where sessionCredentialFromConsole = true or readOnly = 'false' order by eventID
