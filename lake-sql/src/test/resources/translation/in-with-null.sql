select eventID from $EDS_ID where eventName not in ('RunInstances', null) or eventName in ('AssumeRole', null)
