select userIdentity, count(*), max(userIdentity.type) from $EDS_ID group by userIdentity having userIdentity.type = 'AssumedRole' order by 2
