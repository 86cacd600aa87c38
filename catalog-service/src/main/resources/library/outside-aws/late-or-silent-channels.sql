-- title: Channels that are late or silent
-- description: >
--   For each channel and source, how many events came, how late they came, and when the last one
--   did. Runs over a store of events from outside AWS.
-- category: outside-aws
-- tags: [integration, channel, latency, completeness]
-- events: ["*/*"]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 7 days
--     help: When it happened
-- columns:
--   channel: ARN of the channel
--   source: System that the events came from
--   events: Number of events
--   latestEvent: Time of the latest event
--   minutesSilent: Minutes from then to the end of the period
--   mostMinutesLate: The longest time from an event to its arrival, in minutes
-- finding: >
--   A channel without events is no proof that nothing happened. Look at the program that sends.
-- falseAlarms: Systems that are quiet at weekends.
SELECT
  metadata.channelARN AS channel,
  eventData.eventSource AS source,
  count(*) AS events,
  max(eventTime) AS latestEvent,
  date_diff('minute', max(eventTime), {{period.end}}) AS minutesSilent,
  max(date_diff('minute', eventTime, TRY_CAST(replace(replace(metadata.ingestionTime, 'T', ' '), 'Z') AS timestamp))) AS mostMinutesLate
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
GROUP BY metadata.channelARN, eventData.eventSource
ORDER BY minutesSilent DESC, channel, source
