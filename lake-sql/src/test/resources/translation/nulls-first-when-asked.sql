select eventID, readOnly from $EDS_ID order by readOnly asc nulls first, eventTime
