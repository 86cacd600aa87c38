-- title: Commitments that were bought
-- description: >
--   Reserved capacity, savings plans and subscriptions. They cost for one or three years and
--   cannot be given back.
-- category: cost
-- tags: [reserved instance, savings plan, purchase, bill]
-- events: [ec2.amazonaws.com/PurchaseReservedInstancesOffering, savingsplans.amazonaws.com/CreateSavingsPlan, rds.amazonaws.com/PurchaseReservedDBInstancesOffering]
-- attack: [T1496]
-- parameters:
--   - name: period
--     type: time-range
--     default: last 90 days
--     help: When it was bought
-- columns:
--   eventTime: When it was bought
--   service: Service that it is for
--   action: Name of the event
--   offering: Id of the offering
--   number: Number, or money an hour
--   who: ARN of who bought it
--   account: Account that pays
--   error: Code of the error; empty where it succeeded
-- finding: Call AWS at once for a purchase by mistake; within days they may take it back.
-- falseAlarms: The yearly purchase by the people who watch costs.
SELECT
  eventTime,
  eventSource AS service,
  eventName AS action,
  coalesce(
    element_at(requestParameters, 'reservedInstancesOfferingId'),
    element_at(requestParameters, 'savingsPlanOfferingId'),
    element_at(requestParameters, 'reservedDBInstancesOfferingId'),
    element_at(requestParameters, 'reservedCacheNodesOfferingId')) AS offering,
  coalesce(element_at(requestParameters, 'instanceCount'), element_at(requestParameters, 'commitment'), element_at(requestParameters, 'dBInstanceCount')) AS number,
  userIdentity.arn AS who,
  recipientAccountId AS account,
  errorCode AS error
FROM $EDS_ID
WHERE eventTime >= {{period.start}} AND eventTime < {{period.end}}
  AND (eventName LIKE 'Purchase%Offering' OR eventName IN ('CreateSavingsPlan', 'PurchaseHostReservation', 'CreateCapacityReservation', 'PurchaseCapacityBlock', 'CreateSubscription'))
ORDER BY eventTime DESC, eventID
