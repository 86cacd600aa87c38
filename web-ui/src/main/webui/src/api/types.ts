/** Shapes of the native API, as the services describe them in their OpenAPI documents. */

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
}

export type Role = "platform-admin" | "operator" | "tenant-admin" | "analyst" | "viewer" | "approver" | "ingest";

/** What somebody may do in a tenant, as far as the console asks. */
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
  /** The size of the partitions that the plan reads: never less than what was scanned of them. */
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

export type UploadState = "RECEIVING" | "WRITING" | "COMPLETED" | "FAILED" | "WITHDRAWING" | "WITHDRAWN";

/** What became of the records of an upload or of one of its files. */
export interface Sums {
  bytes: number;
  received: number;
  stored: number;
  duplicate: number;
  conflicting: number;
  filtered: number;
  setAside: number;
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

export interface Upload extends Sums {
  id: string;
  source: string;
  store?: string;
  dryRun: boolean;
  state: UploadState;
  failure?: string;
  startedAt: string;
  endedAt?: string;
  completedAt?: string;
  /** Of a dry run: what would be written. */
  admitted?: number;
  /** Known once the sums are final. */
  accounts?: UploadAccount[];
}

export type FileState = "RECEIVING" | "TAKEN" | "BROKEN";

export interface UploadFile extends Sums {
  number: number;
  name: string;
  state: FileState;
  failure?: string;
}

/** Why one record was set aside, and where it stands. */
export interface SetAside {
  position: { inside?: string | null; record?: number | null; byte?: number | null; line?: number | null };
  reason: string;
  detail: string;
}

/** What a service says of one file that it took. */
export interface TakenFile {
  received: number;
  filtered: number;
  setAside: number;
  reasons: SetAside[];
}
