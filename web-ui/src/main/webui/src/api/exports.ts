import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from "@tanstack/react-query";
import { get, post, remove } from "./client";
import type { CreateExportRequest, Export, ExportState } from "./schedulerTypes";
import type { Page } from "./types";

const KEY = "exports";

const LIVE: ReadonlySet<ExportState> = new Set(["queued", "running", "delivering"]);

/** Whether the export goes on. */
export function isExporting(one: Export): boolean {
  return LIVE.has(one.state);
}

function exportsOf(tenant: string): string {
  return `/v1/tenants/${encodeURIComponent(tenant)}/exports`;
}

function exportOf(tenant: string, id: string): string {
  return `${exportsOf(tenant)}/${encodeURIComponent(id)}`;
}

/** Where the browser downloads one file of an export. */
export function exportFileAddress(tenant: string, id: string, name: string): string {
  return `${exportOf(tenant, id)}/files/${encodeURIComponent(name)}`;
}

/** Where the browser downloads all files of an export. */
export function exportZipAddress(tenant: string, id: string): string {
  return `${exportOf(tenant, id)}/zip`;
}

/** The exports of a tenant that the user sees, the newest first, page by page. */
export function useExports(tenant: string): UseInfiniteQueryResult<InfiniteData<Page<Export>>> {
  return useInfiniteQuery({
    queryKey: [KEY, tenant, "list"],
    queryFn: ({ pageParam, signal }) => {
      const from = pageParam === "" ? "" : `&cursor=${encodeURIComponent(pageParam)}`;
      return get<Page<Export>>(`${exportsOf(tenant)}?limit=50${from}`, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** One export, followed until it is over. */
export function useExport(tenant: string, id: string): UseQueryResult<Export> {
  return useQuery({
    queryKey: [KEY, tenant, "export", id],
    queryFn: ({ signal }) => get<Export>(exportOf(tenant, id), signal),
    refetchInterval: ({ state }) => (state.data && isExporting(state.data) ? 1_000 : false),
  });
}

export function useCreateExport(tenant: string): UseMutationResult<Export, Error, CreateExportRequest> {
  return useChange(tenant, (request) =>
    post<Export>(exportsOf(tenant), request, { "Idempotency-Key": crypto.randomUUID() }),
  );
}

export function useCancelExport(tenant: string): UseMutationResult<Export, Error, string> {
  return useChange(tenant, (id) => remove<Export>(exportOf(tenant, id)));
}

/** A change after which all that is known of the tenant's exports is asked for again. */
function useChange<T, V>(tenant: string, change: (variables: V) => Promise<T>): UseMutationResult<T, Error, V> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY, tenant] }),
  });
}
