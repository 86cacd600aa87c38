import { isSettled, type UploadsApi } from "../../api/uploads";
import type { RejectedRecord, Upload, UploadAccount } from "../../api/types";
import { text } from "../../i18n/en";
import type { NamedFile } from "./names";
import { persist, sendAll, type Failure } from "./sending";

const MOST_EXAMPLES = 20;

/** The files to import. */
export interface ImportRequest {
  files: readonly NamedFile[];
  /** The event data store; without one each event goes to the store of its category. */
  store?: string;
}

/** A record that would be rejected, with its file. */
export interface Example extends RejectedRecord {
  file: string;
}

/** The result of a dry run, with the first rejected records and the files that failed. */
export interface DryRunResult {
  totals: Upload;
  examples: Example[];
  failures: Failure[];
}

/** Listener for the progress of an upload. */
export interface Watch {
  opened: (upload: string) => void;
  received: (file: NamedFile) => void;
}

/** Dry run: the server parses and counts the files and publishes nothing. */
export async function performDryRun(
  api: UploadsApi,
  request: ImportRequest,
  watch: Watch,
  signal: AbortSignal,
): Promise<DryRunResult> {
  const { id } = await api.open(opening(request, true));
  watch.opened(id);
  const examples: Example[] = [];
  const send = async (each: NamedFile) => {
    const answer = await api.put(id, each.name, each.file, signal);
    const room = MOST_EXAMPLES - examples.length;
    examples.push(...answer.reasons.slice(0, room).map((reason) => ({ ...reason, file: each.name })));
    watch.received(each);
  };
  const failures = await sendAll(request.files, send, signal);
  let totals = await persist(() => api.close(id), signal);
  while (!isSettled(totals)) {
    totals = await api.settled(id, signal);
  }
  return { totals, examples, failures };
}

/** The upload to open for a request; its source names the files. */
export function opening({ files, store }: ImportRequest, dryRun: boolean) {
  const source = text.imports.source(files[0]?.name.slice(0, 200) ?? "", files.length);
  return { source, dryRun, ...(store === undefined ? {} : { store }) };
}

/** Accounts that need a review: new to the tenant, not admitted, or in use by another tenant. */
export function unusualAccounts(totals: Upload): UploadAccount[] {
  return (totals.accounts ?? []).filter((account) => account.state !== "admitted");
}

/** Whether the import needs a review. */
export function isUnusual({ totals, failures }: DryRunResult): boolean {
  return unusualAccounts(totals).length > 0 || totals.rejected > 0 || failures.length > 0 || storesNothing(totals);
}

/** Whether neither an event nor a digest file would be stored. */
export function storesNothing(totals: Upload): boolean {
  return (totals.admitted ?? 0) === 0 && totals.digestFiles === 0;
}

/** The request without the files that failed in the dry run. */
export function readable(request: ImportRequest, { failures }: DryRunResult): ImportRequest {
  const failed = new Set(failures.map((failure) => failure.file));
  return { ...request, files: request.files.filter((file) => !failed.has(file)) };
}
