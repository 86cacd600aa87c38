import type { Upload } from "../../api/types";

export type Part = "admitted" | "stored" | "duplicate" | "conflicting" | "filtered" | "rejected";

const DRY_RUN_PARTS: Part[] = ["admitted", "duplicate", "conflicting", "filtered", "rejected"];
const UPLOAD_PARTS: Part[] = ["stored", "duplicate", "conflicting", "filtered", "rejected"];

/** The totals in the order of display; they add up to `received` once the upload is settled. */
export function partsOf(upload: Upload): { part: Part; count: number }[] {
  return (upload.dryRun ? DRY_RUN_PARTS : UPLOAD_PARTS).map((part) => ({ part, count: upload[part] ?? 0 }));
}

/** The number of received records that are not in any other total yet. */
export function pendingOf(upload: Upload): number {
  return Math.max(0, upload.received - partsOf(upload).reduce((sum, { count }) => sum + count, 0));
}

/** Reasons of rejected records with their counts, the most frequent first. */
export function reasonsOf(upload: Upload): { reason: string; count: number }[] {
  return Object.entries(upload.reasons)
    .map(([reason, count]) => ({ reason, count }))
    .sort((one, other) => other.count - one.count || one.reason.localeCompare(other.reason));
}
