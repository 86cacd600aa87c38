import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { VerdictKind } from "../../api/changeTypes";
import { text } from "../../i18n/en";

const TYPES: Record<VerdictKind, StatusIndicatorProps.Type> = {
  pending: "pending",
  approved: "success",
  "approved-late": "success",
  emergency: "warning",
  automated: "info",
  exempt: "stopped",
  unapproved: "error",
};

/** A verdict with its sign. */
export function VerdictBadge({ verdict }: { verdict: VerdictKind }) {
  return <StatusIndicator type={TYPES[verdict]}>{text.changes.verdicts[verdict]}</StatusIndicator>;
}
