import type { Upload } from "../../api/types";

/** Uploads whose source contains the words; dry runs are left out unless asked for. */
export function listed(uploads: Upload[], words: string, withDryRuns: boolean): Upload[] {
  const wanted = words.trim().toLowerCase();
  return uploads.filter((upload) => (withDryRuns || !upload.dryRun) && upload.source.toLowerCase().includes(wanted));
}
