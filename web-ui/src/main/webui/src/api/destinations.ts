import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from "@tanstack/react-query";
import { get, post, remove } from "./client";
import type { Destination, DestinationTrial, SaveDestinationRequest } from "./schedulerTypes";
import type { Page } from "./types";

const KEY = "destinations";
const MOST = 1000;

/** The name of the tenant's own bucket in addresses. */
export const OWN_BUCKET = "own";

function destinationsOf(tenant: string): string {
  return `/v1/tenants/${encodeURIComponent(tenant)}/destinations`;
}

function destinationOf(tenant: string, id: string): string {
  return `${destinationsOf(tenant)}/${encodeURIComponent(id)}`;
}

/** The destinations of a tenant by their names; not asked for by those who may not see them. */
export function useDestinations(tenant: string, isSeen = true): UseQueryResult<Destination[]> {
  return useQuery({
    queryKey: [KEY, tenant],
    queryFn: async ({ signal }) => {
      const address = `${destinationsOf(tenant)}?limit=${MOST}`;
      return (await get<Page<Destination>>(address, signal)).items;
    },
    enabled: isSeen,
  });
}

export function useCreateDestination(tenant: string): UseMutationResult<Destination, Error, SaveDestinationRequest> {
  return useChange(tenant, (request) => post<Destination>(destinationsOf(tenant), request));
}

export function useDeleteDestination(tenant: string): UseMutationResult<unknown, Error, string> {
  return useChange(tenant, (id) => remove(destinationOf(tenant, id)));
}

/** Tries whether results can be delivered to a destination, or with `OWN_BUCKET` to the tenant's bucket. */
export function useTryDestination(tenant: string): UseMutationResult<DestinationTrial, Error, string> {
  return useMutation({ mutationFn: (id) => post<DestinationTrial>(`${destinationOf(tenant, id)}/test`) });
}

function useChange<T, V>(tenant: string, change: (variables: V) => Promise<T>): UseMutationResult<T, Error, V> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY, tenant] }),
  });
}
