-- the words of most published statements
SELECT eventName, eventTime, sourceIPAddress
FROM $EDS_ID
WHERE eventTime >= '2023-05-01 00:00:00' AND eventTime < '2023-05-02'
  AND eventName = 'RunInstances'
ORDER BY eventTime DESC;
