import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { get, post } from "./client";
import type { Me, Permission, TenantMembership } from "./types";

export const ME_KEY = ["me"] as const;

export function useMe(): UseQueryResult<Me> {
  return useQuery({
    queryKey: ME_KEY,
    queryFn: ({ signal }) => get<Me>("/v1/me", signal),
    staleTime: 60_000,
  });
}

/** Whether one's role in the tenant allows that. The services decide; this is for what the console offers. */
export function may(tenant: TenantMembership, permission: Permission): boolean {
  return tenant.permissions.includes(permission);
}

/** Leads to the identity provider and back to `returnTo`. `again` asks for the password even if the provider knows us. */
export function toSignIn(returnTo: string, again: boolean): string {
  return `/sign-in?return-to=${encodeURIComponent(returnTo)}${again ? "&prompt=login" : ""}`;
}

/** Ends the session here; the answer is where the provider's own session ends. */
export async function signOut(): Promise<void> {
  const { location } = await post<{ location: string }>("/sign-out");
  window.location.assign(location);
}
