SELECT element_at(requestParameters, 'imageId') AS image, element_at(requestParameters, 'none'), Element_At(requestParameters, 'bucketName')
FROM $EDS_ID WHERE requestParameters IS NOT NULL ORDER BY eventTime
