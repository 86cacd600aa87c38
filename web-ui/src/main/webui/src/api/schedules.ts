import {
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from "@tanstack/react-query";
import { get, post, put, remove } from "./client";
import type { RunState, SaveScheduleRequest, Schedule, ScheduleRun, Spec } from "./schedulerTypes";
import type { Page } from "./types";

const KEY = "schedules";

/** How long the times of a spec are taken for the next ones, in milliseconds. */
const FRESH = 30_000;

/** How many runs are followed at once. */
const MOST_FOLLOWED = 5;

const LIVE: ReadonlySet<RunState> = new Set(["scheduled", "running", "delivering"]);

/** Whether the run goes on. */
export function isLive(run: ScheduleRun): boolean {
  return LIVE.has(run.state);
}

function schedulesOf(tenant: string): string {
  return `/v1/tenants/${encodeURIComponent(tenant)}/schedules`;
}

function scheduleOf(tenant: string, id: string): string {
  return `${schedulesOf(tenant)}/${encodeURIComponent(id)}`;
}

function runsOf(tenant: string, schedule: string): string {
  return `${scheduleOf(tenant, schedule)}/runs`;
}

function pageOf(limit: number, cursor: string): string {
  return `?limit=${limit}${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`;
}

/** The schedules of a tenant by their names, page by page. */
export function useSchedules(tenant: string): UseInfiniteQueryResult<InfiniteData<Page<Schedule>>> {
  return useInfiniteQuery({
    queryKey: [KEY, tenant, "list"],
    queryFn: ({ pageParam, signal }) => get<Page<Schedule>>(schedulesOf(tenant) + pageOf(25, pageParam), signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function useSchedule(tenant: string, id: string | undefined): UseQueryResult<Schedule> {
  return useQuery({
    queryKey: [KEY, tenant, "schedule", id],
    queryFn: ({ signal }) => get<Schedule>(scheduleOf(tenant, id ?? ""), signal),
    enabled: id !== undefined,
  });
}

/** The runs of a schedule, the newest first, page by page. */
export function useRuns(tenant: string, schedule: string): UseInfiniteQueryResult<InfiniteData<Page<ScheduleRun>>> {
  return useInfiniteQuery({
    queryKey: [KEY, tenant, "runs", schedule],
    queryFn: ({ pageParam, signal }) =>
      get<Page<ScheduleRun>>(runsOf(tenant, schedule) + pageOf(50, pageParam), signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** The newest run of a schedule; null before there is one. */
export function useLastRun(tenant: string, schedule: string): UseQueryResult<ScheduleRun | null> {
  return useQuery({
    queryKey: [KEY, tenant, "last-run", schedule],
    queryFn: async ({ signal }) =>
      (await get<Page<ScheduleRun>>(runsOf(tenant, schedule) + pageOf(1, ""), signal)).items[0] ?? null,
  });
}

/** One run, followed until it is over. */
export function useScheduleRun(tenant: string, schedule: string, id: string): UseQueryResult<ScheduleRun> {
  return useQuery(followed(tenant, schedule, id));
}

/**
 * What is newer about those of the runs that go on, the earliest of them first: they are followed one by one, for only
 * so all that is asked is one access to a run.
 */
export function useLiveRuns(tenant: string, runs: readonly ScheduleRun[]): ScheduleRun[] {
  const live = runs.filter(isLive).slice(-MOST_FOLLOWED);
  return useQueries({
    queries: live.map(({ schedule, id }) => followed(tenant, schedule, id)),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
}

function followed(tenant: string, schedule: string, id: string) {
  return queryOptions({
    queryKey: [KEY, tenant, "run", schedule, id],
    queryFn: ({ signal }) => get<ScheduleRun>(`${runsOf(tenant, schedule)}/${encodeURIComponent(id)}`, signal),
    refetchInterval: ({ state }) => (state.data && isLive(state.data) ? 1_000 : false),
  });
}

/** The next ten times of a spec; not asked for without one. */
export function usePreview(tenant: string, spec: Spec | undefined): UseQueryResult<string[]> {
  return useQuery({
    queryKey: [KEY, tenant, "preview", spec],
    queryFn: async ({ signal }) =>
      (await post<{ times: string[] }>(`${schedulesOf(tenant)}:preview`, { spec }, undefined, signal)).times,
    enabled: spec !== undefined,
    retry: false,
    staleTime: FRESH,
  });
}

/** Keeps a schedule, or changes the one that is named in its version. */
export function useSaveSchedule(
  tenant: string,
  base: Pick<Schedule, "id" | "version"> | undefined,
): UseMutationResult<Schedule, Error, SaveScheduleRequest> {
  return useChange(tenant, (request) =>
    base === undefined
      ? post<Schedule>(schedulesOf(tenant), request, once())
      : put<Schedule>(scheduleOf(tenant, base.id), request, ifMatch(base.version)),
  );
}

export function useDeleteSchedule(tenant: string): UseMutationResult<unknown, Error, Schedule> {
  return useChange(tenant, ({ id, version }) => remove(scheduleOf(tenant, id), ifMatch(version)));
}

export function usePause(tenant: string): UseMutationResult<Schedule, Error, { id: string; note: string }> {
  return useChange(tenant, ({ id, note }) =>
    post<Schedule>(`${scheduleOf(tenant, id)}/pause`, note.trim() === "" ? {} : { note: note.trim() }),
  );
}

export function useResume(tenant: string): UseMutationResult<Schedule, Error, string> {
  return useChange(tenant, (id) => post<Schedule>(`${scheduleOf(tenant, id)}/resumption`));
}

export function useRunNow(tenant: string): UseMutationResult<ScheduleRun, Error, string> {
  return useChange(tenant, (id) => post<ScheduleRun>(runsOf(tenant, id), undefined, once()));
}

export function useCancelRun(tenant: string): UseMutationResult<ScheduleRun, Error, ScheduleRun> {
  return useChange(tenant, ({ schedule, id }) => remove<ScheduleRun>(`${runsOf(tenant, schedule)}/${id}`));
}

export interface Backfill {
  from: string;
  to: string;
}

export function useBackfill(tenant: string, schedule: string): UseMutationResult<{ runs: string[] }, Error, Backfill> {
  return useChange(tenant, (range) =>
    post<{ runs: string[] }>(`${scheduleOf(tenant, schedule)}/backfills`, range, once()),
  );
}

function ifMatch(version: number): Record<string, string> {
  return { "If-Match": `"${String(version)}"` };
}

function once(): Record<string, string> {
  return { "Idempotency-Key": crypto.randomUUID() };
}

/** A change after which all that is known of the tenant's schedules is asked for again. */
function useChange<T, V>(tenant: string, change: (variables: V) => Promise<T>): UseMutationResult<T, Error, V> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY, tenant] }),
  });
}
