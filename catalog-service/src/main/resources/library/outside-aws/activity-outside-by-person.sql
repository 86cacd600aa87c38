-- title: Activity outside of AWS by person
-- description: >
--   Who did how much in the systems whose events come in by channels, such as source control,
--   directories and clusters. Runs over a store of events from outside AWS.
-- category: outside-aws
-- tags: [integration, channel, github, okta, people]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it happened
--   - name: person
--     type: text
--     required: false
--     maxLength: 200
--     help: Only people whose id has this text
-- columns:
--   person: Id of the person or program
--   source: System that the event came from
--   events: Number of events
--   failures: How many of them failed
--   actions: Different actions, at most twenty
--   addresses: Where they came from
--   lastTime: Time of the latest event
-- finding: Put it beside what the same person did in AWS at that time.
-- falseAlarms: Robots have names like people.
SELECT
  eventData.userIdentity.principalId AS person,
  eventData.eventSource AS source,
  count(*) AS events,
  count(eventData.errorCode) AS failures,
  slice(array_sort(array_agg(DISTINCT eventData.eventName)), 1, 20) AS actions,
  array_sort(array_agg(DISTINCT coalesce(eventData.sourceIPAddress, ''))) AS addresses,
  max(eventTime) AS lastTime
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND ({{person}} IS NULL OR strpos(lower(eventData.userIdentity.principalId), lower({{person}})) > 0)
GROUP BY eventData.userIdentity.principalId, eventData.eventSource
ORDER BY events DESC, person, source
