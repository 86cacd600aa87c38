import type { Upload } from "../../api/types";

export type Part = "admitted" | "stored" | "duplicate" | "conflicting" | "filtered" | "setAside";

const OF_A_DRY_RUN: Part[] = ["admitted", "filtered", "setAside"];
const WRITTEN: Part[] = ["stored", "duplicate", "conflicting", "filtered", "setAside"];

/** What the received records came to: the parts add up to `received` once the sums are final. */
export function partsOf(upload: Upload): { part: Part; count: number }[] {
  return (upload.dryRun ? OF_A_DRY_RUN : WRITTEN).map((part) => ({ part, count: upload[part] ?? 0 }));
}

/** Received and not accounted for yet. */
export function underWay(upload: Upload): number {
  return Math.max(0, upload.received - partsOf(upload).reduce((sum, { count }) => sum + count, 0));
}

/** Reasons with their counts, the most frequent first. */
export function reasonsOf(upload: Upload): { reason: string; count: number }[] {
  return Object.entries(upload.reasons)
    .map(([reason, count]) => ({ reason, count }))
    .sort((one, other) => other.count - one.count || one.reason.localeCompare(other.reason));
}
