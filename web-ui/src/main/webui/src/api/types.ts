/** Types of the native API, as the OpenAPI documents of the services define them. */

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  requestId?: string;
  line?: number;
  column?: number;
  length?: number;
  construct?: string;
  /** What to write instead. */
  hint?: string;
}

export type Role = "platform-admin" | "operator" | "tenant-admin" | "analyst" | "viewer" | "approver" | "ingest";

/** The permissions that the console checks. */
export type Permission = "event:put" | "upload:read";

export interface TenantMembership {
  id: string;
  slug: string;
  name: string;
  role: Role;
  permissions: string[];
}

export interface Me {
  actor: { issuer: string; subject: string; name: string };
  platformRole?: Role | null;
  tenants: TenantMembership[];
}

export type QueryState = "QUEUED" | "RUNNING" | "FINISHED" | "FAILED" | "CANCELLED" | "TIMED_OUT";

export interface Column {
  name: string;
  type: string;
}

export interface QueryStatistics {
  rows?: number | null;
  /** The size of the partitions that the plan reads: an upper bound of the bytes scanned. */
  bytesScanned?: number | null;
  queueTimeMillis?: number | null;
  runTimeMillis?: number | null;
}

export interface QueryRun {
  id: string;
  state: QueryState;
  statement?: string;
  submittedAt?: string | null;
  startedAt?: string | null;
  endedAt?: string | null;
  columns?: Column[] | null;
  statistics?: QueryStatistics | null;
  problem?: Problem | null;
}

export type Cell = string | number | boolean | null | Cell[] | { [key: string]: Cell };

export interface ResultPage {
  columns: Column[];
  rows: Cell[][];
  nextCursor?: string | null;
}

export interface SqlSignature {
  /** In Trino's words: `length(varchar): bigint`. */
  text: string;
  chapter: string;
  help: string;
}

export interface SqlFunction {
  name: string;
  kind: "scalar" | "aggregate" | "window";
  signatures: SqlSignature[];
}

/** What statements can be made of. */
export interface SqlLanguage {
  functions: SqlFunction[];
  refusedFunctions: { name: string; reason: string }[];
  constructs: { name: string; isSupported: boolean }[];
  keywords: string[];
}

export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}

export interface Store {
  id: string;
  name: string;
  category: string;
  isDefault: boolean;
}

export type UploadState = "RECEIVING" | "WRITING" | "COMPLETED" | "FAILED" | "PURGING" | "PURGED";

/** Counts of the records of an upload or a file, by outcome. */
export interface Totals {
  bytes: number;
  received: number;
  stored: number;
  duplicate: number;
  conflicting: number;
  filtered: number;
  rejected: number;
  digestFiles: number;
  reasons: Record<string, number>;
}

export type AccountState = "admitted" | "new" | "not-admitted" | "foreign";

export interface UploadAccount {
  id: string;
  organisation?: string;
  state: AccountState;
  count: number;
}

export interface Upload extends Totals {
  id: string;
  source: string;
  store?: string;
  dryRun: boolean;
  state: UploadState;
  failure?: string;
  startedAt: string;
  endedAt?: string;
  completedAt?: string;
  /** Dry run only: the number of events that would be stored. */
  admitted?: number;
  /** Present once the totals are final. */
  accounts?: UploadAccount[];
}

export type FileState = "RECEIVING" | "RECEIVED" | "FAILED";

export interface UploadFile extends Totals {
  number: number;
  name: string;
  state: FileState;
  failure?: string;
}

/** The location of a rejected record and the reason of its rejection. */
export interface RejectedRecord {
  position: { inside?: string | null; record?: number | null; byte?: number | null; line?: number | null };
  reason: string;
  detail: string;
}

/** The response to an uploaded file. */
export interface ReceivedFile {
  received: number;
  filtered: number;
  rejected: number;
  reasons: RejectedRecord[];
}
