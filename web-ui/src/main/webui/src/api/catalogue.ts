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
import { get, post, put, remove } from "./client";
import type { KeptQuery, Page, QueryContent, QueryPlace, QuerySummary } from "./types";

const KEY = "catalogue";

export interface CatalogueSearch {
  words: string;
  place: QueryPlace | undefined;
  category: string | undefined;
  favouritesOnly: boolean;
}

function catalogueOf(tenant: string): string {
  return `/v1/tenants/${encodeURIComponent(tenant)}/catalogue`;
}

function queryOf(tenant: string, id: string): string {
  return `${catalogueOf(tenant)}/queries/${encodeURIComponent(id)}`;
}

/** The kept queries that the user sees, page by page: the best first where words are looked for. */
export function useQueries(
  tenant: string,
  search: CatalogueSearch,
): UseInfiniteQueryResult<InfiniteData<Page<QuerySummary>>> {
  return useInfiniteQuery({
    queryKey: [KEY, tenant, "list", search],
    queryFn: ({ pageParam, signal }) =>
      get<Page<QuerySummary>>(`${catalogueOf(tenant)}/queries?${parametersOf(search, pageParam)}`, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
}

function parametersOf({ words, place, category, favouritesOnly }: CatalogueSearch, cursor: string): string {
  const parameters = new URLSearchParams({ limit: "50" });
  const given = { search: words.trim(), place, category, favourite: favouritesOnly ? "true" : "", cursor };
  for (const [name, value] of Object.entries(given)) {
    if (value) {
      parameters.set(name, value);
    }
  }
  return parameters.toString();
}

export function useCategories(tenant: string): UseQueryResult<{ name: string; count: number }[]> {
  return useQuery({
    queryKey: [KEY, tenant, "categories"],
    queryFn: async ({ signal }) =>
      (await get<Page<{ name: string; count: number }>>(`${catalogueOf(tenant)}/categories`, signal)).items,
  });
}

export function useKeptQuery(tenant: string, id: string | undefined): UseQueryResult<KeptQuery> {
  return useQuery({
    queryKey: [KEY, tenant, "query", id],
    queryFn: ({ signal }) => get<KeptQuery>(queryOf(tenant, id ?? ""), signal),
    enabled: id !== undefined,
  });
}

/** The versions of a query, the newest first. */
export function useVersions(tenant: string, id: string | undefined): UseQueryResult<KeptQuery[]> {
  return useQuery({
    queryKey: [KEY, tenant, "versions", id],
    queryFn: async ({ signal }) => (await get<Page<KeptQuery>>(`${queryOf(tenant, id ?? "")}/versions`, signal)).items,
    enabled: id !== undefined,
  });
}

export interface Saving {
  content: QueryContent;
  message: string;
  /** The query that gets a new version; without one a new query is kept. */
  base: Pick<KeptQuery, "id" | "newestVersion"> | undefined;
}

export function useSave(tenant: string): UseMutationResult<KeptQuery, Error, Saving> {
  return useChange(tenant, ({ content, message, base }: Saving) => {
    const body = message === "" ? content : { ...content, message };
    return base === undefined
      ? post<KeptQuery>(`${catalogueOf(tenant)}/queries`, body, { "Idempotency-Key": crypto.randomUUID() })
      : put<KeptQuery>(queryOf(tenant, base.id), body, ifMatch(base.newestVersion));
  });
}

export function useCopy(tenant: string): UseMutationResult<KeptQuery, Error, string> {
  return useChange(tenant, (id) => post<KeptQuery>(`${queryOf(tenant, id)}/copies`));
}

export function useShare(tenant: string): UseMutationResult<KeptQuery, Error, { id: string; shared: boolean }> {
  return useChange(tenant, ({ id, shared }) =>
    put<KeptQuery>(`${queryOf(tenant, id)}/visibility`, { visibility: shared ? "shared" : "private" }),
  );
}

export function useFavourite(tenant: string): UseMutationResult<unknown, Error, { id: string; favourite: boolean }> {
  return useChange(tenant, ({ id, favourite }) =>
    favourite ? put(`${queryOf(tenant, id)}/favourite`) : remove(`${queryOf(tenant, id)}/favourite`),
  );
}

export function useDelete(tenant: string): UseMutationResult<unknown, Error, KeptQuery> {
  return useChange(tenant, (query) => remove(queryOf(tenant, query.id), ifMatch(query.newestVersion)));
}

export function useRestoreVersion(
  tenant: string,
): UseMutationResult<KeptQuery, Error, { query: KeptQuery; version: number }> {
  return useChange(tenant, ({ query, version }) =>
    post<KeptQuery>(
      `${queryOf(tenant, query.id)}/versions/${String(version)}/restoration`,
      undefined,
      ifMatch(query.newestVersion),
    ),
  );
}

function ifMatch(version: number): Record<string, string> {
  return { "If-Match": `"${String(version)}"` };
}

/** A change after which all that is known of the tenant's catalogue is asked for again. */
function useChange<T, V>(tenant: string, change: (variables: V) => Promise<T>): UseMutationResult<T, Error, V> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY, tenant] }),
  });
}
