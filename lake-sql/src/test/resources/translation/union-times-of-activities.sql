select eventData.eventTime as eventTime, eventData.eventName as eventName from activity union select eventTime, eventName from $EDS_ID where readOnly order by eventTime
