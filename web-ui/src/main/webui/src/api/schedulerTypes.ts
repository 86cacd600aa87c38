/** Types of scheduler-service, as its OpenAPI document defines them. Durations are of ISO 8601. */

import type { Actor, Parameter, ParameterValue, Problem } from "./types";

/** When a schedule runs: by cron or at an interval. */
export interface Spec {
  cron?: string;
  every?: string;
  timeZone?: string;
  start?: string;
  end?: string;
  jitter?: string;
}

export type WindowKind = "event-time" | "arrival";
export type OverlapPolicy = "skip" | "buffer_one" | "allow_all";
export type ExportFormat = "csv" | "ndjson" | "parquet";
export type DeliveryCondition = "always" | "changed" | "rows" | "firing";
export type AlertSubject = "rows" | "column" | "no-data";
export type AlertOperator = ">" | ">=" | "<" | "<=" | "=" | "!=";
export type AlertState = "ok" | "firing";

export interface AlertCondition {
  of: AlertSubject;
  column?: string;
  operator?: AlertOperator;
  value?: string | number;
}

/** Where the result of a run is written to. */
export interface Delivery {
  /** Absent is the tenant's own bucket. */
  destination?: string;
  format: ExportFormat;
  when: DeliveryCondition;
}

export type NotificationCondition = "always" | "changed" | "rows" | "firing" | "failed" | "recovered";

/** A channel that is told of runs. */
export interface Notification {
  channel: string;
  when: NotificationCondition;
}

export interface OutputPlan {
  compared: boolean;
  alert?: AlertCondition;
  deliveries: Delivery[];
  notifications?: Notification[];
}

/** A schedule as it is to be. */
export interface SaveScheduleRequest {
  name: string;
  query?: { id: string; version?: number };
  statement?: string;
  parameters?: Parameter[];
  values?: Record<string, ParameterValue>;
  spec: Spec;
  window?: { kind: WindowKind; settling?: string; from?: string; fromPosition?: number };
  policies?: { overlap: OverlapPolicy; catchUpWindow: string; pauseAfterFailures: number };
  output?: OutputPlan;
}

export type ScheduleState = "active" | "paused" | "ended";

export interface Schedule {
  id: string;
  version: number;
  name: string;
  query?: { id: string; version?: number };
  statement?: string;
  parameters?: Parameter[];
  values: Record<string, ParameterValue>;
  spec: Spec;
  window?: { kind: WindowKind; settling?: string; coveredUntil?: string; coveredPosition?: number };
  policies: { overlap: OverlapPolicy; catchUpWindow: string; pauseAfterFailures: number };
  output: OutputPlan;
  owner: Actor;
  state: ScheduleState;
  pause?: { reason: string; detail?: string; at: string };
  nextRunAt?: string;
  alert?: AlertState;
  failures: number;
  createdAt: string;
  changedAt: string;
}

export type RunState =
  "scheduled" | "running" | "delivering" | "succeeded" | "failed" | "cancelled" | "skipped" | "timed_out";

export interface DeliveryState {
  delivery: Delivery;
  /** Absent before there is one. */
  export?: string;
  state: "pending" | "succeeded" | "failed";
  problem?: Partial<Problem>;
}

export interface RunWindow {
  start?: string;
  end?: string;
  startPosition?: number;
  endPosition?: number;
}

/** One firing of a schedule. */
export interface ScheduleRun {
  id: string;
  schedule: string;
  origin: "schedule" | "request" | "backfill";
  dueAt: string;
  /** Of a skipped run that stands for all due times before this one. */
  missedUntil?: string;
  state: RunState;
  reason?: string;
  problem?: Partial<Problem>;
  owner: Actor;
  window?: RunWindow;
  attempts: number;
  execution?: string;
  rows?: number;
  bytes?: number;
  rowsAdded?: number;
  rowsRemoved?: number;
  alert?: AlertState;
  deliveries: DeliveryState[];
  createdAt: string;
  startedAt?: string;
  endedAt?: string;
}

/** What is to be exported: an execution, a kept query or a statement. */
export interface CreateExportRequest {
  execution?: string;
  format: ExportFormat;
  destination?: string;
}

export type ExportState = "queued" | "running" | "delivering" | "succeeded" | "failed" | "cancelled";

export interface ExportedFile {
  name: string;
  bytes: number;
  rows: number;
  sha256: string;
}

export interface Export {
  id: string;
  state: ExportState;
  reason?: string;
  problem?: Partial<Problem> & { missingPermission?: string };
  owner: Actor;
  format: ExportFormat;
  destination?: string;
  execution?: string;
  run?: string;
  schedule?: string;
  attempts: number;
  folder?: string;
  files: ExportedFile[];
  rows: number;
  bytes: number;
  createdAt: string;
  startedAt?: string;
  endedAt?: string;
}

/** A place beside the tenant's own bucket that results may be delivered to. */
export interface Destination {
  id: string;
  name: string;
  bucket: string;
  prefix: string;
  endpoint: string;
  region: string;
  accessKeyId?: string;
  roleArn?: string;
  externalId?: string;
  createdAt: string;
  changedAt: string;
}

export interface SaveDestinationRequest {
  name: string;
  bucket: string;
  prefix?: string;
  endpoint?: string;
  region?: string;
  accessKeyId?: string;
  secretAccessKey?: string;
  roleArn?: string;
}

export interface DestinationTrial {
  usable: boolean;
  missingPermissions: string[];
  detail?: string;
}

/** The public keys that results are checked with. */
export interface SigningKeys {
  PublicKeyList: { Value: string; ValidityStartTime: string; ValidityEndTime: string; Fingerprint: string }[];
  statementKeys: { keyId: string; algorithm: string; publicKey: string; validFrom: string; validUntil: string }[];
}

export type ChannelKind = "email" | "slack" | "webhook";

/** A way to tell a tenant of runs and changes. */
export interface Channel {
  id: string;
  name: string;
  kind: ChannelKind;
  addresses: string[];
  /** The address of a webhook without what is secret in it; absent for email. */
  url?: string;
  /** Only in the answer that made it. */
  secret?: string;
}

export interface SaveChannelRequest {
  name: string;
  kind: ChannelKind;
  addresses?: string[];
  url?: string;
}

/** What came of a test message. */
export interface ChannelTrial {
  delivered: boolean;
  statusCode?: number;
  detail?: string;
}
