select eventID from $EDS_ID where eventName like 'a\b!_c!%' escape '!' and eventName not like 'x!_%' escape '!'
