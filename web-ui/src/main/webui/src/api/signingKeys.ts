import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { get } from "./client";
import type { SigningKeys } from "./schedulerTypes";

/** Where the browser downloads the public keys. */
export const SIGNING_KEYS_ADDRESS = "/v1/signing-keys";

/** All public keys of the installation, the newest first. */
export function useSigningKeys(): UseQueryResult<SigningKeys> {
  return useQuery({
    queryKey: ["signing-keys"],
    queryFn: ({ signal }) => get<SigningKeys>(SIGNING_KEYS_ADDRESS, signal),
  });
}
