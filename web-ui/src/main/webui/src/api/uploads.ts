import {
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from "@tanstack/react-query";
import { get, post, postFile } from "./client";
import type { Page, TakenFile, Upload, UploadFile } from "./types";

const PAGE_ITEMS = 100;

/** Whether the sums are final. */
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

/** One upload, followed until its sums are final: the service holds each answer back for a while. */
export function useUpload(tenant: string, id: string | undefined): UseQueryResult<Upload> {
  return useQuery({
    queryKey: ["upload", tenant, id],
    queryFn: ({ signal, client, queryKey }) => {
      const known = client.getQueryData<Upload>(queryKey);
      // While files come in, one wants to see how far they are; later only the end is news.
      const wait = known === undefined ? "" : known.state === "RECEIVING" ? "?wait=1s" : "?wait=20s";
      return get<Upload>(`${uploadsOf(tenant)}/${id ?? ""}${wait}`, signal);
    },
    enabled: id !== undefined,
    refetchInterval: (query) => (isSettled(query.state.data) || query.state.error ? false : 100),
  });
}

/** The files of an upload, page by page; asked for anew once its sums are final. */
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

/** Where files come from and go to. */
export interface NewUpload {
  source: string;
  /** Without one each event goes to the store of its kind. */
  store?: string;
  dryRun: boolean;
}

/** What can be done with the uploads of one tenant. */
export interface UploadsApi {
  open: (upload: NewUpload) => Promise<Upload>;
  put: (upload: string, name: string, file: Blob, signal: AbortSignal) => Promise<TakenFile>;
  close: (upload: string) => Promise<Upload>;
  /** The upload once its sums are final, or as it is after a while. */
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
