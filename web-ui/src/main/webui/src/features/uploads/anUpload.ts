import type { Upload } from "../../api/types";

/** For tests: an upload that is complete and brought nothing, but for what is said otherwise. */
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
    setAside: 0,
    digestFiles: 0,
    reasons: {},
    ...more,
  };
}
