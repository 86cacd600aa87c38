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
  /** Places of the request that are at fault. */
  violations?: { field: string; reason: string }[];
  /** All faults of a statement. */
  faults?: StatementFault[];
}

export interface StatementFault {
  line: number;
  column: number;
  length?: number;
  detail: string;
  hint?: string;
}

export type Role =
  "platform-admin" | "curator" | "operator" | "tenant-admin" | "analyst" | "viewer" | "approver" | "ingest";

/** The permissions that the console checks. */
export type Permission =
  | "event:put"
  | "upload:read"
  | "query:run"
  | "query:read"
  | "catalogue:read"
  | "catalogue:write"
  | "catalogue:share"
  | "schedule:read"
  | "schedule:write"
  | "export:read"
  | "export:write"
  | "destination:read"
  | "destination:write"
  | "chargeback:read"
  | "chargeback:write"
  | "chargeback:close";

export interface TenantMembership {
  id: string;
  slug: string;
  name: string;
  role: Role;
  permissions: string[];
}

export interface Me {
  actor: Actor;
  platformRole?: Role | null;
  tenants: TenantMembership[];
}

/** A value of a parameter as JSON. */
export type ParameterValue = string | number | boolean | ParameterValue[] | { [key: string]: ParameterValue };

export type ParameterType =
  | "text"
  | "integer"
  | "number"
  | "boolean"
  | "date"
  | "timestamp"
  | "time-range"
  | "list"
  | "account"
  | "region"
  | "principal"
  | "event-name"
  | "function"
  | "choice"
  | "cidr";

/** What `{{name}}` in a statement stands for. */
export interface Parameter {
  name: string;
  type: ParameterType;
  label?: string;
  help?: string;
  required?: boolean;
  default?: ParameterValue;
  choices?: string[];
  min?: number;
  max?: number;
  maxLength?: number;
  of?: ParameterType;
}

export type QueryPlace = "library" | "operator" | "tenant";

export interface Actor {
  issuer: string;
  subject: string;
  name: string;
}

/** A kept query in a listing. */
export interface QuerySummary {
  id: string;
  place: QueryPlace;
  title: string;
  summary?: string;
  category: string;
  tags: string[];
  owner?: Actor;
  shared: boolean;
  version: number;
  parameterCount: number;
  savedAt: string;
  favourite: boolean;
  lastRunAt?: string;
  canEdit: boolean;
}

/** What a query says: the part of it that has versions. */
export interface QueryContent {
  title: string;
  description?: string;
  category: string;
  tags: string[];
  events: string[];
  attack: string[];
  parameters: Parameter[];
  columns: { name: string; description?: string }[];
  finding?: string;
  falseAlarms?: string;
  statement: string;
}

/** A kept query in one of its versions. */
export interface KeptQuery extends QueryContent {
  id: string;
  place: QueryPlace;
  libraryName?: string;
  owner?: Actor;
  shared: boolean;
  version: number;
  newestVersion: number;
  author: Actor;
  message?: string;
  savedAt: string;
  origin?: { id: string; title?: string; version: number; hasMovedOn: boolean };
  favourite: boolean;
  lastRunAt?: string;
  canEdit: boolean;
}

/** A version of an operator's query that customers see, or are to see. */
export interface Publication {
  id: string;
  query: string;
  version: number;
  tenants?: string[];
  state: "requested" | "approved" | "rejected" | "withdrawn";
  requestedBy: Actor;
  requestedAt: string;
  note?: string;
}

/** What is to be run: a statement, or a kept query, with values of its parameters. */
export interface Submission {
  statement?: string;
  parameters?: Parameter[];
  values?: Record<string, ParameterValue>;
  query?: { id: string; version?: number };
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
  parameters?: Parameter[];
  values?: Record<string, ParameterValue>;
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
