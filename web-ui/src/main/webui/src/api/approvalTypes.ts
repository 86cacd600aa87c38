/** Types of approvals and their adapters, as the OpenAPI document of scheduler-service defines them. */

export const APPROVAL_STATES = ["requested", "approved", "rejected", "cancelled", "closed"] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

export const PRINCIPAL_KINDS = ["arn", "role", "session-name", "source-identity", "user-name"] as const;
export type PrincipalKind = (typeof PRINCIPAL_KINDS)[number];

export interface ApprovalPrincipal {
  kind: PrincipalKind;
  pattern: string;
}

export interface ApprovalScope {
  accounts: string[];
  regions: string[];
  services: string[];
  actions: string[];
  resources: string[];
  principals: ApprovalPrincipal[];
}

export interface ApprovalWindow {
  start: string;
  end: string;
}

/** One version of an approval. */
export interface Approval {
  system: string;
  id: string;
  version: number;
  state: ApprovalState;
  title?: string;
  requester?: string;
  approvers: string[];
  window: ApprovalWindow;
  scope: ApprovalScope;
  emergency: boolean;
  retrospective: boolean;
  changedAt: string;
  receivedAt: string;
  link?: string;
}

export interface ApprovalHistory {
  current: Approval;
  versions: Approval[];
}

export interface SaveApprovalRequest {
  version: number;
  state: ApprovalState;
  title?: string;
  requester?: string;
  approvers: string[];
  window: ApprovalWindow;
  scope: ApprovalScope;
  emergency: boolean;
  link?: string;
  confirmation?: "everything";
}

export interface ImportFault {
  line: number;
  column?: string;
  reason: string;
}

export interface ApprovalImport {
  dryRun: boolean;
  lines: number;
  added: number;
  newer: number;
  unchanged: number;
  older: number;
  faults: ImportFault[];
  faultCount: number;
}

export const ADAPTER_KINDS = ["servicenow", "jira", "github", "team"] as const;
export type AdapterKind = (typeof ADAPTER_KINDS)[number];

export interface AdapterSettings {
  system?: string;
  fields?: Record<string, string>;
  states?: Record<string, ApprovalState>;
  window?: string;
  deployRole?: string;
  defaultScope?: Partial<ApprovalScope>;
  confirmation?: "everything";
}

export interface Adapter {
  id: string;
  name: string;
  kind: AdapterKind;
  settings: AdapterSettings;
  path: string;
  secret?: string;
  version: number;
  createdAt: string;
  changedAt: string;
}

export interface SaveAdapterRequest {
  name: string;
  kind: AdapterKind;
  settings: AdapterSettings;
}

export type DeliveryOutcome = "accepted" | "ignored" | "rejected";

export interface AdapterDelivery {
  id: string;
  outcome: DeliveryOutcome;
  reason?: string;
  system?: string;
  approval?: string;
  version?: number;
  receivedAt: string;
}
