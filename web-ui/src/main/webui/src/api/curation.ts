import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from "@tanstack/react-query";
import { get, post, remove } from "./client";
import type { KeptQuery, Page, Publication, QueryContent, QuerySummary } from "./types";

const KEY = ["curation"] as const;
const ADDRESS = "/v1/catalogue";

/** The operator's queries in their newest versions. */
export function useOperatorQueries(): UseQueryResult<QuerySummary[]> {
  return useQuery({
    queryKey: [...KEY, "queries"],
    queryFn: async ({ signal }) => (await get<Page<QuerySummary>>(`${ADDRESS}/queries`, signal)).items,
  });
}

/** Publications that wait for a second person. */
export function useWaiting(): UseQueryResult<Publication[]> {
  return useQuery({
    queryKey: [...KEY, "waiting"],
    queryFn: async ({ signal }) => (await get<Page<Publication>>(`${ADDRESS}/publications`, signal)).items,
  });
}

export function useOperatorQuery(id: string): UseQueryResult<KeptQuery> {
  return useQuery({
    queryKey: [...KEY, "query", id],
    queryFn: ({ signal }) => get<KeptQuery>(`${ADDRESS}/queries/${id}`, signal),
  });
}

export function useKeepForCustomers(): UseMutationResult<KeptQuery, Error, QueryContent> {
  return useChange((content) => post<KeptQuery>(`${ADDRESS}/queries`, content));
}

export function useRequestPublication(): UseMutationResult<Publication, Error, { query: string; version: number }> {
  return useChange(({ query, version }) => post<Publication>(`${ADDRESS}/queries/${query}/publications`, { version }));
}

export function useDecide(): UseMutationResult<Publication, Error, { id: string; decision: "approval" | "rejection" }> {
  return useChange(({ id, decision }) => post<Publication>(`${ADDRESS}/publications/${id}/${decision}`, {}));
}

export function useWithdraw(): UseMutationResult<unknown, Error, string> {
  return useChange((query) => remove(`${ADDRESS}/queries/${query}/publication`));
}

function useChange<T, V>(change: (variables: V) => Promise<T>): UseMutationResult<T, Error, V> {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: KEY }) });
}
