select max(ingestPosition) from $EDS_ID
