export type VerdictKind =
  "pending" | "approved" | "approved-late" | "emergency" | "automated" | "exempt" | "unapproved";

export type ChangeOrigin =
  "console" | "cli" | "sdk" | "infrastructure-as-code" | "service" | "root" | "break-glass" | "unknown";

export type ReviewState = "none" | "accepted" | "violation" | "attached";

/** A write event with its newest verdict. */
export interface Change {
  id: string;
  eventId: string;
  eventTime: string;
  groupId: string;
  accountId?: string;
  awsRegion?: string;
  eventSource: string;
  eventName: string;
  who: string;
  principalArn?: string;
  sessionName?: string;
  origin: ChangeOrigin;
  originReason: string;
  resources: string[];
  verdict: VerdictKind;
  reason: string;
  approval?: ApprovalName;
  rule?: string;
  nearest?: { approval: ApprovalName; reason: string };
  review: ReviewState;
  reviewer?: string;
  reviewReason?: string;
  reviewedAt?: string;
  revision: number;
  decidedAt: string;
}

export interface ApprovalName {
  system: string;
  id: string;
}

/** One verdict of those that a change has had. */
export interface Revision {
  revision: number;
  verdict: VerdictKind;
  reason: string;
  decidedAt: string;
}

/** A change with all that is known of it. */
export interface ChangeDetails {
  change: Change;
  revisions: Revision[];
  group: Change[];
}

/** Changes that belong together and wait for a reviewer. */
export interface ReviewGroup {
  id: string;
  changes: number;
  first: Change;
  lastEventTime: string;
}

export interface DayCount {
  day: string;
  verdict: VerdictKind;
  changes: number;
}

export interface ChangeSummary {
  days: DayCount[];
}

export type RuleKind = "exclusion" | "automation";

export interface PrincipalPattern {
  kind: "arn" | "role" | "session-name" | "source-identity" | "user-name";
  pattern: string;
}

/** Which changes an approval or a rule is for; what is absent does not restrict. */
export interface Scope {
  accounts?: string[];
  regions?: string[];
  services?: string[];
  actions?: string[];
  resources?: string[];
  principals?: PrincipalPattern[];
}

export interface ChangeRule {
  id: string;
  kind: RuleKind;
  name: string;
  reason: string;
  scope: Scope;
  owner: string;
  expiresAt?: string;
  lastMatchedAt?: string;
  /** How many changes of the last 30 days it covers; only in the answer to a change of it. */
  coveredLately?: number;
  version: number;
}

export interface SaveRuleRequest {
  kind: RuleKind;
  name: string;
  reason: string;
  scope: Scope;
  expiresAt?: string;
  confirmation?: "everything";
}

export type ReviewDecision = "accept" | "violation" | "attach" | "reopen";

export interface ReviewRequest {
  decision: ReviewDecision;
  reason: string;
  approval?: ApprovalName;
  group: boolean;
}

/** How changes of a tenant are read, judged and told. Durations are of ISO 8601. */
export interface ChangeSettings {
  waitingTime: string;
  clockSkew: string;
  groupGap: string;
  breakGlass: PrincipalPattern[];
  stores: string[];
  dataEvents: boolean;
  fromPosition: number;
  channels: string[];
}
