SELECT DISTINCT userIdentity.type AS kind FROM $EDS_ID ORDER BY kind
