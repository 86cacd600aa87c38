select eventJson, eventJsonChecksum, calendarday from insight where insightContext is null
