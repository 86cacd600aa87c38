import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from "@tanstack/react-query";
import type { Adapter, AdapterDelivery, SaveAdapterRequest } from "./approvalTypes";
import { basedOn, get, post, put, remove } from "./client";
import type { Page } from "./types";

const KEY = "approval-adapters";
const MOST = 1000;

/** How many deliveries of an adapter are shown. */
const SHOWN = 50;

function adaptersOf(tenant: string): string {
  return `/v1/tenants/${encodeURIComponent(tenant)}/approval-adapters`;
}

function adapterOf(tenant: string, id: string): string {
  return `${adaptersOf(tenant)}/${encodeURIComponent(id)}`;
}

/** The adapters of a tenant by their names. */
export function useAdapters(tenant: string): UseQueryResult<Adapter[]> {
  return useQuery({
    queryKey: [KEY, tenant, "list"],
    queryFn: async ({ signal }) => (await get<Page<Adapter>>(`${adaptersOf(tenant)}?limit=${MOST}`, signal)).items,
  });
}

/** The last deliveries to an adapter, the newest first. */
export function useAdapterDeliveries(tenant: string, id: string): UseQueryResult<AdapterDelivery[]> {
  return useQuery({
    queryKey: [KEY, tenant, "deliveries", id],
    queryFn: async ({ signal }) =>
      (await get<Page<AdapterDelivery>>(`${adapterOf(tenant, id)}/deliveries?limit=${SHOWN}`, signal)).items,
  });
}

/** Keeps a new adapter, whose secret is shown once, or one in the place of the version that it is based on. */
export function useSaveAdapter(
  tenant: string,
  base: Adapter | undefined,
): UseMutationResult<Adapter, Error, SaveAdapterRequest> {
  return useChange(tenant, (request) =>
    base === undefined
      ? post<Adapter>(adaptersOf(tenant), request)
      : put<Adapter>(adapterOf(tenant, base.id), request, basedOn(base.version)),
  );
}

export function useDeleteAdapter(tenant: string): UseMutationResult<unknown, Error, Adapter> {
  return useChange(tenant, ({ id, version }) => remove(adapterOf(tenant, id), basedOn(version)));
}

export function useRotateSecret(tenant: string): UseMutationResult<Adapter, Error, string> {
  return useChange(tenant, (id) => post<Adapter>(`${adapterOf(tenant, id)}/secret`));
}

function useChange<T, V>(tenant: string, change: (variables: V) => Promise<T>): UseMutationResult<T, Error, V> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY, tenant] }),
  });
}
