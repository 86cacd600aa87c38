import { useDestinations } from "../../api/destinations";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { text } from "../../i18n/en";

/** The names of destinations by their ids; without an id it is the tenant's own bucket. */
export function useDestinationName(tenant: TenantMembership): (id: string | undefined) => string {
  const destinations = useDestinations(tenant.id, may(tenant, "destination:read"));
  return (id) =>
    id === undefined
      ? text.exports.ownBucket
      : (destinations.data?.find((each) => each.id === id)?.name ??
        (destinations.isSuccess ? text.exports.goneDestination : id));
}
