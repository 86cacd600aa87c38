import {
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from "@tanstack/react-query";
import { get, post, postFile } from "./client";
import type { Page, ReceivedFile, Upload, UploadFile } from "./types";

const PAGE_ITEMS = 100;

/** Whether the totals of the upload are final. */
export function isSettled(upload: Upload | undefined): boolean {
  return upload !== undefined && upload.state !== "RECEIVING" && upload.state !== "WRITING";
}

function uploadsOf(tenant: string): string {
  return `/v1/tenants/${encodeURIComponent(tenant)}/uploads`;
}

function pageOf(cursor: string): string {
  return `?limit=${PAGE_ITEMS}${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`;
}

/** The uploads of a tenant, the newest first, page by page. */
export function useUploads(tenant: string): UseInfiniteQueryResult<InfiniteData<Page<Upload>>> {
  return useInfiniteQuery({
    queryKey: ["uploads", tenant],
    queryFn: ({ pageParam, signal }) => get<Page<Upload>>(uploadsOf(tenant) + pageOf(pageParam), signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** One upload, refreshed by long polling until its totals are final. */
export function useUpload(tenant: string, id: string | undefined): UseQueryResult<Upload> {
  return useQuery({
    queryKey: ["upload", tenant, id],
    queryFn: ({ signal, client, queryKey }) => {
      const known = client.getQueryData<Upload>(queryKey);
      // While files arrive the progress is shown; afterwards only the end matters.
      const wait = known === undefined ? "" : known.state === "RECEIVING" ? "?wait=1s" : "?wait=20s";
      return get<Upload>(`${uploadsOf(tenant)}/${id ?? ""}${wait}`, signal);
    },
    enabled: id !== undefined,
    refetchInterval: (query) => (isSettled(query.state.data) || query.state.error ? false : 100),
  });
}

/** The files of an upload, page by page; loaded again when the state of the upload changes. */
export function useUploadFiles(tenant: string, upload: Upload): UseInfiniteQueryResult<InfiniteData<Page<UploadFile>>> {
  return useInfiniteQuery({
    queryKey: ["upload-files", tenant, upload.id, upload.state],
    queryFn: ({ pageParam, signal }) =>
      get<Page<UploadFile>>(`${uploadsOf(tenant)}/${upload.id}/files${pageOf(pageParam)}`, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (earlier) => earlier,
  });
}

/** Request to open an upload. */
export interface NewUpload {
  source: string;
  /** The event data store; without one each event goes to the store of its category. */
  store?: string;
  dryRun: boolean;
}

/** Operations on the uploads of one tenant. */
export interface UploadsApi {
  open: (upload: NewUpload) => Promise<Upload>;
  put: (upload: string, name: string, file: Blob, signal: AbortSignal) => Promise<ReceivedFile>;
  close: (upload: string) => Promise<Upload>;
  /** Waits until the totals are final, at most 20 seconds. */
  settled: (upload: string, signal: AbortSignal) => Promise<Upload>;
}

export function uploadsApi(tenant: string): UploadsApi {
  const uploads = uploadsOf(tenant);
  return {
    open: ({ dryRun, ...upload }) => post(`${uploads}?dryRun=${String(dryRun)}`, upload),
    put: (upload, name, file, signal) =>
      postFile(`${uploads}/${upload}/files?name=${encodeURIComponent(name)}`, file, signal),
    close: (upload) => post(`${uploads}/${upload}:close`),
    settled: (upload, signal) => get(`${uploads}/${upload}?wait=20s`, signal),
  };
}
