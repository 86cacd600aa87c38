select eventID from $EDS_ID where errorCode is distinct from 'Client.UnauthorizedOperation' and readOnly is not distinct from null order by 1
