SELECT requestParameters, max(eventTime) AS last FROM $EDS_ID WHERE errorCode IS NULL OR eventID = 'e2' GROUP BY requestParameters ORDER BY last
