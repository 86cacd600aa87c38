SELECT DISTINCT requestParameters FROM $EDS_ID WHERE eventName = 'RunInstances'
