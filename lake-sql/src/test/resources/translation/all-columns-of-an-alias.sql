SELECT m.*, m.ingestPosition AS position FROM "main" AS m WHERE m.eventid = 'e1'
