select eventID from $EDS_ID where eventSource = 'ec2.amazonaws.com' order by element_at(requestParameters, 'imageId'), eventTime desc limit 1
