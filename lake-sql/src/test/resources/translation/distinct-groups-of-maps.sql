select distinct requestParameters, count(*) from $EDS_ID where eventName = 'RunInstances' group by requestParameters, eventID order by 2
