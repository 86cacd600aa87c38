import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { get } from "./client";
import type { SqlLanguage } from "./types";

/** What statements can be made of. It changes with a release only, so it is asked for once. */
export function useSqlLanguage(tenant: string): UseQueryResult<SqlLanguage> {
  return useQuery({
    queryKey: ["sql-language", tenant],
    queryFn: ({ signal }) => get<SqlLanguage>(`/v1/tenants/${encodeURIComponent(tenant)}/sql/functions`, signal),
    staleTime: Infinity,
    gcTime: Infinity,
  });
}
