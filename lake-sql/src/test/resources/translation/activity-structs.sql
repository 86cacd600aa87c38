select metadata, eventData.userIdentity, addendum is null as nothing_added from activity order by eventTime
