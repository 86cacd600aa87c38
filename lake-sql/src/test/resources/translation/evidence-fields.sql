select eventData.controlName, eventData.time, eventData.attributes, eventData from evidence where eventData.time > '2024-01-31 00:00:00' and eventData.complianceCheck = 'FAILED'
