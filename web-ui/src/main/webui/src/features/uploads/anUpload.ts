import type { Upload } from "../../api/types";

/** Test fixture: a completed upload without records, with the given fields replaced. */
export function anUpload(more: Partial<Upload> = {}): Upload {
  return {
    id: "u1",
    source: "test",
    dryRun: false,
    state: "COMPLETED",
    startedAt: "2026-01-01T00:00:00Z",
    bytes: 0,
    received: 0,
    stored: 0,
    duplicate: 0,
    conflicting: 0,
    filtered: 0,
    rejected: 0,
    digestFiles: 0,
    reasons: {},
    ...more,
  };
}
