-- title: Changes of names in DNS
-- description: >
--   Records of Route 53 that were created, changed or deleted, one line each. A changed record
--   sends users elsewhere.
-- category: network
-- tags: [dns, route 53, record, hosted zone]
-- events: [route53.amazonaws.com/ChangeResourceRecordSets]
-- attack: [T1584.001]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When the record was changed
--   - name: name
--     type: text
--     required: false
--     maxLength: 255
--     help: Only records whose name has this text
-- columns:
--   eventTime: When the record was changed
--   change: CREATE, UPSERT or DELETE
--   record: Name of the record
--   type: Type of the record
--   zone: Id of the hosted zone
--   who: ARN of who changed it
--   account: Account of the zone
-- finding: >
--   Compare the new target with the inventory. A target outside of it may be a takeover of the
--   name.
-- falseAlarms: Controllers of clusters and certificates change records all day.
SELECT
  e.eventTime,
  json_extract_scalar(c.change, '$.action') AS change,
  json_extract_scalar(c.change, '$.resourceRecordSet.name') AS record,
  json_extract_scalar(c.change, '$.resourceRecordSet.type') AS type,
  element_at(e.requestParameters, 'hostedZoneId') AS zone,
  e.userIdentity.arn AS who,
  e.recipientAccountId AS account
FROM $EDS_ID e
CROSS JOIN UNNEST(CAST(json_extract(element_at(e.requestParameters, 'changeBatch'), '$.changes') AS array(json))) AS c (change)
WHERE e.eventTime >= {{period.start}} AND e.eventTime < {{period.end}}
  AND e.eventSource = 'route53.amazonaws.com'
  AND e.eventName = 'ChangeResourceRecordSets'
  AND e.errorCode IS NULL
  AND ({{name}} IS NULL OR strpos(json_extract_scalar(c.change, '$.resourceRecordSet.name'), {{name}}) > 0)
ORDER BY e.eventTime DESC, record, change
