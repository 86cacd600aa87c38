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

export interface TenantMembership {
  id: string;
  slug: string;
  name: string;
  role: Role;
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
