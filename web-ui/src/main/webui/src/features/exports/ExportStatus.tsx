import Box from "@cloudscape-design/components/box";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { Export, ExportState } from "../../api/schedulerTypes";
import { text } from "../../i18n/en";

const LOOKS: Record<ExportState, StatusIndicatorProps.Type> = {
  queued: "pending",
  running: "in-progress",
  delivering: "in-progress",
  succeeded: "success",
  failed: "error",
  cancelled: "stopped",
};

/** Where an export stands, and why. */
export function ExportStatus({ one: { state, reason } }: { one: Pick<Export, "state" | "reason"> }) {
  return (
    <>
      <StatusIndicator type={LOOKS[state]}>{text.exports.states[state]}</StatusIndicator>
      {reason !== undefined && (
        <Box variant="small" color="text-body-secondary" display="block">
          {text.exports.reasons[reason] ?? reason}
        </Box>
      )}
    </>
  );
}

/** `Failed: access to the bucket is denied`. */
export function exportStateText({ state, reason }: Pick<Export, "state" | "reason">): string {
  const name = text.exports.states[state];
  return reason === undefined ? name : `${name}: ${text.exports.reasons[reason] ?? reason}`;
}
