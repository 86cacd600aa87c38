import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from "@tanstack/react-query";
import { get, post, remove } from "./client";
import type { Channel, ChannelTrial, SaveChannelRequest } from "./schedulerTypes";
import type { Page } from "./types";

const KEY = "notification-channels";
const MOST = 1000;

function channelsOf(tenant: string): string {
  return `/v1/tenants/${encodeURIComponent(tenant)}/notification-channels`;
}

function channelOf(tenant: string, id: string): string {
  return `${channelsOf(tenant)}/${encodeURIComponent(id)}`;
}

/** The notification channels of a tenant by their names; not asked for by those who may not see them. */
export function useChannels(tenant: string, isSeen = true): UseQueryResult<Channel[]> {
  return useQuery({
    queryKey: [KEY, tenant],
    queryFn: async ({ signal }) => (await get<Page<Channel>>(`${channelsOf(tenant)}?limit=${MOST}`, signal)).items,
    enabled: isSeen,
  });
}

/** Makes a channel; the answer shows the signing secret of a webhook, once. */
export function useCreateChannel(tenant: string): UseMutationResult<Channel, Error, SaveChannelRequest> {
  return useChange(tenant, (request) => post<Channel>(channelsOf(tenant), request));
}

export function useDeleteChannel(tenant: string): UseMutationResult<unknown, Error, string> {
  return useChange(tenant, (id) => remove(channelOf(tenant, id)));
}

/** Sends a message that says it is a test. */
export function useTryChannel(tenant: string): UseMutationResult<ChannelTrial, Error, string> {
  return useMutation({ mutationFn: (id) => post<ChannelTrial>(`${channelOf(tenant, id)}/test`) });
}

function useChange<T, V>(tenant: string, change: (variables: V) => Promise<T>): UseMutationResult<T, Error, V> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY, tenant] }),
  });
}
