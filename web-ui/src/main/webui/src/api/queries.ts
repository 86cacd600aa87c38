import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from "@tanstack/react-query";
import { get, post, ProblemError, remove } from "./client";
import type { QueryRun, QueryState, ResultPage, StatementFault, Submission } from "./types";

const PAGE_ROWS = 100;
const OVER: ReadonlySet<QueryState> = new Set(["FINISHED", "FAILED", "CANCELLED", "TIMED_OUT"]);

export function isOver(run: QueryRun | undefined): boolean {
  return run !== undefined && OVER.has(run.state);
}

function queriesOf(tenant: string): string {
  return `/v1/tenants/${encodeURIComponent(tenant)}/queries`;
}

/** Submits statements and kept queries of a tenant. */
export function useSubmit(tenant: string): UseMutationResult<QueryRun, Error, Submission> {
  return useMutation({
    mutationFn: (submission: Submission) =>
      post<QueryRun>(queriesOf(tenant), submission, { "Idempotency-Key": crypto.randomUUID() }),
  });
}

/** The faults of a statement, checked without running it; none while it is not known. */
export function useFaults(tenant: string, checked: Submission | undefined): UseQueryResult<StatementFault[]> {
  return useQuery({
    queryKey: ["faults", tenant, checked],
    queryFn: async ({ signal }) => {
      try {
        await post(`${queriesOf(tenant)}:validate`, checked, undefined, signal);
        return [];
      } catch (failure) {
        if (failure instanceof ProblemError && failure.problem.faults) {
          return failure.problem.faults;
        }
        throw failure;
      }
    },
    enabled: checked !== undefined,
    retry: false,
    staleTime: 60_000,
  });
}

export function useCancel(tenant: string): UseMutationResult<unknown, Error, string> {
  return useMutation({ mutationFn: (id: string) => remove(`${queriesOf(tenant)}/${id}`) });
}

/** One run, followed until it is over: the service holds each answer back until something changes. */
export function useRun(tenant: string, id: string | undefined): UseQueryResult<QueryRun> {
  return useQuery({
    queryKey: ["run", tenant, id],
    queryFn: ({ signal, client, queryKey }) => {
      // The service answers at the end; so that one sees it start, the first answers are asked for early.
      const isSeenRunning = client.getQueryData<QueryRun>(queryKey)?.state === "RUNNING";
      const wait = isSeenRunning ? "PT10S" : "PT0.5S";
      return get<QueryRun>(`${queriesOf(tenant)}/${id ?? ""}?wait=${wait}`, signal);
    },
    enabled: id !== undefined,
    refetchInterval: (query) => (isOver(query.state.data) || query.state.error ? false : 100),
    refetchIntervalInBackground: true,
    staleTime: Infinity,
  });
}

/** The result of a finished run, page by page. */
export function useResult(tenant: string, id: string | undefined): UseInfiniteQueryResult<InfiniteData<ResultPage>> {
  return useInfiniteQuery({
    queryKey: ["result", tenant, id],
    queryFn: ({ pageParam, signal }) => get<ResultPage>(resultAddress(tenant, id ?? "", pageParam), signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: id !== undefined,
    staleTime: Infinity,
  });
}

function resultAddress(tenant: string, id: string, cursor: string): string {
  const from = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
  return `${queriesOf(tenant)}/${id}/results?limit=${PAGE_ROWS}${from}`;
}
