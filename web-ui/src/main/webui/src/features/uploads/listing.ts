import type { Upload } from "../../api/types";

/** Uploads whose source holds the words; dry runs only where they are wanted. */
export function listed(uploads: Upload[], words: string, withDryRuns: boolean): Upload[] {
  const wanted = words.trim().toLowerCase();
  return uploads.filter((upload) => (withDryRuns || !upload.dryRun) && upload.source.toLowerCase().includes(wanted));
}
