select eventSource, min(readOnly), max(readOnly), min(eventName), max(eventTime) from $EDS_ID group by eventSource order by eventSource
