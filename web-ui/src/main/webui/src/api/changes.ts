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
import type {
  Change,
  ChangeDetails,
  ChangeRule,
  ChangeSettings,
  ChangeSummary,
  ReviewGroup,
  ReviewRequest,
  SaveRuleRequest,
} from "./changeTypes";
import { basedOn, get, getVersioned, post, put, remove, type Versioned } from "./client";
import type { Page } from "./types";

const KEY = "changes";

function pathOf(tenant: string, rest: string): string {
  return `/v1/tenants/${encodeURIComponent(tenant)}/${rest}`;
}

/** The forms of a month's report; the zip is signed. */
export type ReportForm = "pdf" | "csv" | "zip";

/** Where the browser downloads the report of a month (`2026-05`, UTC). */
export function reportFileAddress(tenant: string, month: string, form: ReportForm): string {
  return pathOf(tenant, `change-reports/${encodeURIComponent(month)}.${form}`);
}

/** The changes that fit the filters, the newest first, page by page. */
export function useChanges(
  tenant: string,
  filters: string,
  isSeen: boolean,
): UseInfiniteQueryResult<InfiniteData<Page<Change>>> {
  return useInfiniteQuery({
    queryKey: [KEY, tenant, "list", filters],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(filters);
      query.set("limit", "50");
      if (pageParam !== "") {
        query.set("cursor", pageParam);
      }
      return get<Page<Change>>(pathOf(tenant, `changes?${query.toString()}`), signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: isSeen,
  });
}

/** How many changes there are by day and verdict. */
export function useChangeSummary(tenant: string, filters: string): UseQueryResult<ChangeSummary> {
  return useQuery({
    queryKey: [KEY, tenant, "summary", filters],
    queryFn: ({ signal }) => get<ChangeSummary>(pathOf(tenant, `changes/summary?${filters}`), signal),
  });
}

/** Groups of changes that wait for a reviewer. */
export function useReviewQueue(tenant: string, isSeen: boolean): UseQueryResult<ReviewGroup[]> {
  return useQuery({
    queryKey: [KEY, tenant, "queue"],
    queryFn: async ({ signal }) =>
      (await get<Page<ReviewGroup>>(pathOf(tenant, `changes/queue?limit=100`), signal)).items,
    enabled: isSeen,
  });
}

/** One change with its verdicts so far. */
export function useChange(tenant: string, id: string): UseQueryResult<ChangeDetails> {
  return useQuery({
    queryKey: [KEY, tenant, "change", id],
    queryFn: ({ signal }) => get<ChangeDetails>(pathOf(tenant, `changes/${encodeURIComponent(id)}`), signal),
  });
}

/** Keeps what a reviewer decides of a change, or of all that belong to it. */
export function useReview(tenant: string, id: string): UseMutationResult<unknown, Error, ReviewRequest> {
  return useMutate(tenant, (request) => post(pathOf(tenant, `changes/${encodeURIComponent(id)}/reviews`), request));
}

/** The rules by which changes need no approval, by their names. */
export function useChangeRules(tenant: string): UseQueryResult<ChangeRule[]> {
  return useQuery({
    queryKey: [KEY, tenant, "rules"],
    queryFn: async ({ signal }) => (await get<Page<ChangeRule>>(pathOf(tenant, "change-rules"), signal)).items,
  });
}

export function useCreateRule(tenant: string): UseMutationResult<ChangeRule, Error, SaveRuleRequest> {
  return useMutate(tenant, (request) => post<ChangeRule>(pathOf(tenant, "change-rules"), request));
}

export function useDeleteRule(tenant: string): UseMutationResult<unknown, Error, ChangeRule> {
  return useMutate(tenant, ({ id, version }) =>
    remove(pathOf(tenant, `change-rules/${encodeURIComponent(id)}`), basedOn(version)),
  );
}

/** How the tenant's changes are read, judged and told. */
export function useChangeSettings(tenant: string): UseQueryResult<Versioned<ChangeSettings>> {
  return useQuery({
    queryKey: [KEY, tenant, "settings"],
    queryFn: ({ signal }) => getVersioned<ChangeSettings>(pathOf(tenant, "change-settings"), signal),
  });
}

/** Keeps settings in the place of the version they are based on. */
export function useKeepChangeSettings(
  tenant: string,
): UseMutationResult<ChangeSettings, Error, Versioned<ChangeSettings>> {
  return useMutate(tenant, ({ value, version }) => put(pathOf(tenant, "change-settings"), value, basedOn(version)));
}

/** A change after which all that is known of the tenant's ledger is asked for again. */
function useMutate<T, V>(tenant: string, change: (variables: V) => Promise<T>): UseMutationResult<T, Error, V> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY, tenant] }),
  });
}
