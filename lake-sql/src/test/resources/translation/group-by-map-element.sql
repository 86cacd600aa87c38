SELECT element_at(requestParameters, 'imageId'), count(*) FROM $EDS_ID
GROUP BY element_at(requestParameters, 'imageId') HAVING count(*) > 1 ORDER BY element_at(requestParameters, 'imageId')
