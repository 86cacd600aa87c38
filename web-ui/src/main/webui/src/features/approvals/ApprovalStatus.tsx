import Badge from "@cloudscape-design/components/badge";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { Approval, ApprovalState } from "../../api/approvalTypes";
import { text } from "../../i18n/en";

const TYPES: Record<ApprovalState, StatusIndicatorProps.Type> = {
  requested: "pending",
  approved: "success",
  rejected: "error",
  cancelled: "stopped",
  closed: "success",
};

/** Where an approval stands. */
export function ApprovalStatus({ state }: { state: ApprovalState }) {
  return <StatusIndicator type={TYPES[state]}>{text.approvals.states[state]}</StatusIndicator>;
}

/** What is special about an approval. */
export function ApprovalMarks({ approval }: { approval: Approval }) {
  if (!approval.emergency && !approval.retrospective) {
    return <>–</>;
  }
  return (
    <SpaceBetween direction="horizontal" size="xxs">
      {approval.emergency && <Badge color="red">{text.approvals.emergency}</Badge>}
      {approval.retrospective && <Badge color="blue">{text.approvals.retrospective}</Badge>}
    </SpaceBetween>
  );
}
