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
import type { Approval, ApprovalHistory, ApprovalImport, SaveApprovalRequest } from "./approvalTypes";
import { get, postFile, put } from "./client";
import type { Page } from "./types";

const KEY = "approvals";

/** What of the list is shown; what is empty does not restrict. */
export interface ApprovalFilter {
  state: string;
  system: string;
  text: string;
}

function approvalsOf(tenant: string): string {
  return `/v1/tenants/${encodeURIComponent(tenant)}/approvals`;
}

function approvalOf(tenant: string, system: string, id: string): string {
  return `${approvalsOf(tenant)}/${encodeURIComponent(system)}/${encodeURIComponent(id)}`;
}

/** The approvals of a tenant, those first that changed last, page by page. */
export function useApprovals(
  tenant: string,
  filter: ApprovalFilter,
): UseInfiniteQueryResult<InfiniteData<Page<Approval>>> {
  return useInfiniteQuery({
    queryKey: [KEY, tenant, "list", filter],
    queryFn: ({ pageParam, signal }) => get<Page<Approval>>(approvalsOf(tenant) + searchOf(filter, pageParam), signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

function searchOf(filter: ApprovalFilter, cursor: string): string {
  const given = Object.entries({ ...filter, cursor }).filter(([, value]) => value !== "");
  return `?${new URLSearchParams([["limit", "50"], ...given]).toString()}`;
}

/** One approval with all its versions. */
export function useApproval(tenant: string, system: string, id: string): UseQueryResult<ApprovalHistory> {
  return useQuery({
    queryKey: [KEY, tenant, "one", system, id],
    queryFn: ({ signal }) => get<ApprovalHistory>(approvalOf(tenant, system, id), signal),
  });
}

export interface KeptApproval {
  system: string;
  id: string;
  request: SaveApprovalRequest;
}

export function useKeepApproval(tenant: string): UseMutationResult<Approval, Error, KeptApproval> {
  return useChange(tenant, ({ system, id, request }) => put<Approval>(approvalOf(tenant, system, id), request));
}

/** Keeps the approvals of a file, or only looks through it. */
export function useImportApprovals(
  tenant: string,
): UseMutationResult<ApprovalImport, Error, { file: Blob; isDryRun: boolean }> {
  return useChange(tenant, ({ file, isDryRun }) =>
    postFile<ApprovalImport>(`${approvalsOf(tenant)}:import?dryRun=${isDryRun}`, file, undefined, "text/csv"),
  );
}

function useChange<T, V>(tenant: string, change: (variables: V) => Promise<T>): UseMutationResult<T, Error, V> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY, tenant] }),
  });
}
