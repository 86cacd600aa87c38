import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { get } from "./client";
import type { Page, Store } from "./types";

const MOST = 1000;

/** The event data stores of a tenant. */
export function useStores(tenant: string): UseQueryResult<Store[]> {
  return useQuery({
    queryKey: ["stores", tenant],
    queryFn: async ({ signal }) => {
      const address = `/v1/tenants/${encodeURIComponent(tenant)}/event-data-stores?limit=${MOST}`;
      return (await get<Page<Store>>(address, signal)).items;
    },
  });
}
